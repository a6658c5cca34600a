import PgBoss from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { jobQueues, jobSchema, queueOptions } from '../job-queues.ts';
import { guardTable } from './guard-table.ts';

/**
 * What happens when nobody is on the line: webhooks, messages to people, and the jobs behind them. Triggers put the job of a
 * change into the transaction of that change, whoever writes it: committed means enqueued, rolled back means neither.
 */
export class AfterTheCall1790000000003 implements MigrationInterface {
  name = 'AfterTheCall1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await installQueues(runner);
    for (const statement of [...tables, ...columns]) await runner.query(statement);
    for (const table of ['webhook', 'webhook_delivery', 'message']) await guardTable(runner, table);
    for (const statement of [...functions, ...triggers]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const happenings = ['appointment', 'lead', 'call', 'reminder', 'delivery', 'message'].map(
      (of) => `${of}_happened()`,
    );
    await runner.query(`DROP FUNCTION IF EXISTS ${happenings.join(', ')} CASCADE`);
    await runner.query('DROP FUNCTION IF EXISTS publish_event, enqueue_job');
    await runner.query('DROP TABLE IF EXISTS message, webhook_delivery, webhook');
    await runner.query('ALTER TABLE lead DROP COLUMN IF EXISTS follow_up');
    await runner.query('ALTER TABLE appointment_settings DROP COLUMN IF EXISTS reminder_hours_before');
    await runner.query(`DROP SCHEMA IF EXISTS ${jobSchema} CASCADE`);
  }
}

/* pg-boss's own plan brings a transaction of its own; this one is the migration's. */
async function installQueues(runner: QueryRunner): Promise<void> {
  const [found] = await runner.manager.query<{ at: string | null }[]>(
    `SELECT to_regclass('${jobSchema}.version')::text AS at`,
  );
  if (found?.at === null) {
    const plan = PgBoss.getConstructionPlans(jobSchema)
      .replace(/^\s*BEGIN;/, '')
      .replace(/COMMIT;\s*$/, '');
    await runner.query(plan);
  }
  for (const queue of jobQueues) {
    await runner.query(`SELECT ${jobSchema}.create_queue($1, $2)`, [queue.name, JSON.stringify(queueOptions(queue))]);
  }
}

const tables = [
  `CREATE TABLE webhook (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     business_id uuid NOT NULL REFERENCES business (id),
     url text NOT NULL CHECK (url <> ''),
     events text[] NOT NULL CHECK (cardinality(events) > 0),
     secret text NOT NULL CHECK (secret <> ''),
     created_at timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT webhook_of_business UNIQUE (business_id, id)
   )`,
  `CREATE TABLE webhook_delivery (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     business_id uuid NOT NULL,
     webhook_id uuid NOT NULL,
     type text NOT NULL,
     subject_id text NOT NULL,
     lead_id uuid,
     subject jsonb NOT NULL,
     happened_at timestamptz NOT NULL DEFAULT now(),
     status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'delivered', 'dead')),
     attempts integer NOT NULL DEFAULT 0,
     last_status integer,
     last_error text,
     delivered_at timestamptz,
     CONSTRAINT webhook_delivery_webhook FOREIGN KEY (business_id, webhook_id)
       REFERENCES webhook (business_id, id) ON DELETE CASCADE
   )`,
  'CREATE INDEX webhook_delivery_newest ON webhook_delivery (business_id, happened_at DESC)',
  // Of a lead that changes many times during a call the receiver hears once, with what is known then.
  `CREATE UNIQUE INDEX webhook_delivery_gathered ON webhook_delivery (webhook_id, type, subject_id)
     WHERE type = 'lead.updated' AND status = 'waiting' AND attempts = 0`,
  `CREATE TABLE message (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     business_id uuid NOT NULL REFERENCES business (id),
     lead_id uuid NOT NULL,
     kind text NOT NULL CHECK (kind IN ('reminder', 'waitlist')),
     once_key text NOT NULL,
     appointment_id uuid,
     starts_at timestamptz NOT NULL,
     phone text NOT NULL,
     text text NOT NULL,
     status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'sending', 'sent', 'kept', 'cancelled')),
     channel text CHECK (channel IN ('sms', 'webhook')),
     provider_id text,
     note text,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT message_once UNIQUE (business_id, once_key),
     CONSTRAINT message_lead FOREIGN KEY (business_id, lead_id) REFERENCES lead (business_id, id)
   )`,
  'CREATE INDEX message_newest ON message (business_id, created_at DESC)',
];

const columns = [
  'ALTER TABLE lead ADD COLUMN follow_up text',
  `ALTER TABLE appointment_settings ADD COLUMN reminder_hours_before integer NOT NULL DEFAULT 24
     CHECK (reminder_hours_before BETWEEN 1 AND 336)`,
  'ALTER TABLE reminder DROP CONSTRAINT IF EXISTS reminder_status_check',
  `ALTER TABLE reminder ADD CONSTRAINT reminder_status_check
     CHECK (status IN ('pending', 'queued', 'sent', 'kept', 'cancelled', 'failed'))`,
];

/* SECURITY DEFINER: the work of a business runs as toran_app, which may not touch the tables of pg-boss itself. */
const asOwner = 'LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT';

const functions = [
  `CREATE FUNCTION enqueue_job(queue text, details jsonb, not_before timestamptz DEFAULT now()) RETURNS void
   LANGUAGE sql AS $$
     INSERT INTO ${jobSchema}.job (name, data, start_after, expire_in, keep_until, retry_limit, retry_delay, retry_backoff, policy)
     SELECT q.name, details, not_before, q.expire_seconds * interval '1 second',
       greatest(not_before, now()) + q.retention_minutes * interval '1 minute', q.retry_limit, q.retry_delay, q.retry_backoff, q.policy
     FROM ${jobSchema}.queue q WHERE q.name = queue
   $$`,
  'REVOKE ALL ON FUNCTION enqueue_job FROM PUBLIC',
  `CREATE FUNCTION publish_event(business uuid, happened text, of_lead uuid, about jsonb) RETURNS void
   LANGUAGE sql AS $$
     INSERT INTO webhook_delivery (business_id, webhook_id, type, subject_id, lead_id, subject)
     SELECT w.business_id, w.id, happened, about ->> 'id', of_lead, about
     FROM webhook w WHERE w.business_id = business AND happened = ANY (w.events)
     ON CONFLICT (webhook_id, type, subject_id) WHERE type = 'lead.updated' AND status = 'waiting' AND attempts = 0
       DO UPDATE SET subject = EXCLUDED.subject, happened_at = EXCLUDED.happened_at
   $$`,
  `CREATE FUNCTION delivery_happened() RETURNS trigger ${asOwner} AS $$
   BEGIN
     PERFORM enqueue_job('webhook', jsonb_build_object('businessId', NEW.business_id, 'deliveryId', NEW.id));
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION appointment_happened() RETURNS trigger ${asOwner} AS $$
   DECLARE
     happened text := CASE
       WHEN NEW.status = 'confirmed' AND (TG_OP = 'INSERT' OR OLD.status <> 'confirmed') THEN 'appointment.created'
       WHEN TG_OP = 'INSERT' OR OLD.status <> 'confirmed' THEN NULL
       WHEN NEW.status = 'cancelled' THEN 'appointment.cancelled'
       WHEN NEW.starts_at <> OLD.starts_at THEN 'appointment.moved' END;
   BEGIN
     IF happened IS NULL THEN RETURN NULL; END IF;
     PERFORM publish_event(NEW.business_id, happened, NEW.lead_id, jsonb_build_object(
       'id', NEW.id, 'leadId', NEW.lead_id, 'callSid', NEW.call_sid, 'startsAt', NEW.starts_at, 'endsAt', NEW.ends_at,
       'movedFrom', CASE WHEN happened = 'appointment.moved' THEN OLD.starts_at END,
       'name', NEW.name, 'phone', NEW.phone, 'status', NEW.status));
     IF happened = 'appointment.created' THEN
       PERFORM enqueue_job('after-call', jsonb_build_object('businessId', s.business_id, 'callSid', s.call_sid))
       FROM call_session s WHERE s.business_id = NEW.business_id AND s.call_sid = NEW.call_sid AND s.ended_at IS NOT NULL;
       RETURN NULL;
     END IF;
     IF happened = 'appointment.moved' THEN
       PERFORM enqueue_job('reminder-plan', jsonb_build_object('businessId', r.business_id, 'reminderId', r.id))
       FROM reminder r WHERE r.business_id = NEW.business_id AND r.appointment_id = NEW.id;
     END IF;
     IF EXISTS (SELECT FROM waitlist w WHERE w.business_id = NEW.business_id AND w.told_at IS NULL) THEN
       PERFORM enqueue_job('waitlist',
         jsonb_build_object('businessId', NEW.business_id, 'appointmentId', NEW.id, 'startsAt', OLD.starts_at));
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION lead_happened() RETURNS trigger ${asOwner} AS $$
   BEGIN
     PERFORM publish_event(NEW.business_id, CASE TG_OP WHEN 'INSERT' THEN 'lead.created' ELSE 'lead.updated' END, NEW.id,
       jsonb_build_object('id', NEW.id, 'phone', NEW.phone, 'name', NEW.name, 'wish', NEW.wish, 'outcome', NEW.outcome,
         'summary', NEW.summary, 'followUp', NEW.follow_up, 'lastCallAt', NEW.last_call_at));
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION call_happened() RETURNS trigger ${asOwner} AS $$
   BEGIN
     PERFORM publish_event(NEW.business_id, 'call.ended', NEW.lead_id, jsonb_build_object('id', NEW.call_sid,
       'callSid', NEW.call_sid, 'leadId', NEW.lead_id, 'from', NEW.from_number, 'outcome', NEW.outcome,
       'appointmentId', NEW.last_appointment_id, 'startedAt', NEW.started_at, 'endedAt', NEW.ended_at));
     PERFORM enqueue_job('after-call', jsonb_build_object('businessId', NEW.business_id, 'callSid', NEW.call_sid));
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION reminder_happened() RETURNS trigger ${asOwner} AS $$
   BEGIN
     PERFORM enqueue_job('reminder', jsonb_build_object('businessId', NEW.business_id, 'reminderId', NEW.id), NEW.due_at);
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION message_happened() RETURNS trigger ${asOwner} AS $$
   BEGIN
     PERFORM enqueue_job('message', jsonb_build_object('businessId', NEW.business_id, 'messageId', NEW.id));
     RETURN NULL;
   END $$`,
];

const triggers = [
  `CREATE TRIGGER appointment_made AFTER INSERT ON appointment FOR EACH ROW WHEN (NEW.status = 'confirmed')
     EXECUTE FUNCTION appointment_happened()`,
  `CREATE TRIGGER appointment_changed AFTER UPDATE ON appointment FOR EACH ROW
     WHEN (OLD.status <> NEW.status OR OLD.starts_at <> NEW.starts_at) EXECUTE FUNCTION appointment_happened()`,
  'CREATE TRIGGER lead_made AFTER INSERT ON lead FOR EACH ROW EXECUTE FUNCTION lead_happened()',
  `CREATE TRIGGER lead_changed AFTER UPDATE ON lead FOR EACH ROW
     WHEN ((OLD.phone, OLD.name, OLD.wish, OLD.outcome, OLD.summary, OLD.follow_up, OLD.notes)
       IS DISTINCT FROM (NEW.phone, NEW.name, NEW.wish, NEW.outcome, NEW.summary, NEW.follow_up, NEW.notes))
     EXECUTE FUNCTION lead_happened()`,
  `CREATE TRIGGER call_ended AFTER UPDATE ON call_session FOR EACH ROW
     WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION call_happened()`,
  'CREATE TRIGGER reminder_made AFTER INSERT ON reminder FOR EACH ROW EXECUTE FUNCTION reminder_happened()',
  `CREATE TRIGGER reminder_changed AFTER UPDATE ON reminder FOR EACH ROW
     WHEN (NEW.status = 'pending' AND (OLD.due_at, OLD.status) IS DISTINCT FROM (NEW.due_at, NEW.status))
     EXECUTE FUNCTION reminder_happened()`,
  `CREATE TRIGGER delivery_made AFTER INSERT ON webhook_delivery FOR EACH ROW EXECUTE FUNCTION delivery_happened()`,
  'CREATE TRIGGER message_made AFTER INSERT ON message FOR EACH ROW EXECUTE FUNCTION message_happened()',
];
