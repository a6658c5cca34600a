import type { MigrationInterface, QueryRunner } from 'typeorm';
import { jobQueues, jobSchema, queueOptions } from '../job-queues.ts';

/**
 * A job that failed at every try tells another queue of it. Its message is then `failed` and its key free, and where it was to
 * tell somebody of a time that became free, the time is offered on in the same transaction.
 */
export class GivenUp1790000000023 implements MigrationInterface {
  name = 'GivenUp1790000000023';

  async up(runner: QueryRunner): Promise<void> {
    await installDeadLetters(runner);
    await runner.query(enqueueJob(', dead_letter', ', q.dead_letter'));
    await runner.query(statusIs(['waiting', 'sending', 'sent', 'kept', 'cancelled', 'failed']));
    await inEveryBusiness(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await inEveryBusiness(runner, down);
    await runner.query(statusIs(['waiting', 'sending', 'sent', 'kept', 'cancelled']));
    await runner.query(enqueueJob('', ''));
    await runner.query(`UPDATE ${jobSchema}.queue SET dead_letter = NULL`);
    await runner.query(`UPDATE ${jobSchema}.job SET dead_letter = NULL WHERE dead_letter IS NOT NULL`);
  }
}

async function inEveryBusiness(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  await runner.query(`SELECT set_config('app.business_id', '*', true)`);
  for (const statement of statements) await runner.query(statement);
  await runner.query(`SELECT set_config('app.business_id', '', true)`);
}

async function installDeadLetters(runner: QueryRunner): Promise<void> {
  for (const queue of jobQueues) {
    await runner.query(`SELECT ${jobSchema}.create_queue($1, $2)`, [queue.name, JSON.stringify(queueOptions(queue))]);
    if (queue.deadLetter === undefined) continue;
    const named = [queue.name, queue.deadLetter];
    await runner.query(`UPDATE ${jobSchema}.queue SET dead_letter = $2 WHERE name = $1`, named);
    await runner.query(`UPDATE ${jobSchema}.job SET dead_letter = $2 WHERE name = $1 AND state <= 'active'`, named);
  }
}

const enqueueJob = (column: string, value: string): string =>
  `CREATE OR REPLACE FUNCTION enqueue_job(queue text, details jsonb, not_before timestamptz DEFAULT now()) RETURNS void
   LANGUAGE sql AS $$
     INSERT INTO ${jobSchema}.job (name, data, start_after, expire_in, keep_until, retry_limit, retry_delay, retry_backoff, policy${column})
     SELECT q.name, details, not_before, q.expire_seconds * interval '1 second',
       greatest(not_before, now()) + q.retention_minutes * interval '1 minute', q.retry_limit, q.retry_delay, q.retry_backoff, q.policy${value}
     FROM ${jobSchema}.queue q WHERE q.name = queue
   $$`;

const statusIs = (statuses: readonly string[]): string =>
  `ALTER TABLE message DROP CONSTRAINT message_status_check,
     ADD CONSTRAINT message_status_check CHECK (status IN (${statuses.map((status) => `'${status}'`).join(', ')}))`;

function noJobHas(name: string, id: string): string {
  return `NOT EXISTS (SELECT FROM ${jobSchema}.job j WHERE j.state <= 'active' AND j.data ->> '${name}' = ${id}::text)`;
}

const up = [
  'ALTER TABLE message DROP CONSTRAINT message_once',
  `CREATE UNIQUE INDEX message_once ON message (business_id, once_key) WHERE status <> 'failed'`,
  'CREATE INDEX message_by_key ON message (business_id, once_key, lead_id)',
  // Until now the key alone held it: `waitlist <appointment> <time>`.
  `UPDATE message SET appointment_id = split_part(once_key, ' ', 2)::uuid WHERE kind = 'waitlist'`,
  `CREATE FUNCTION message_failed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
   BEGIN
     PERFORM enqueue_job('waitlist', jsonb_build_object('businessId', NEW.business_id,
       'appointmentId', NEW.appointment_id, 'startsAt', NEW.starts_at));
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER message_failed AFTER UPDATE ON message FOR EACH ROW
     WHEN (NEW.kind = 'waitlist' AND NEW.status = 'failed' AND OLD.status <> 'failed') EXECUTE FUNCTION message_failed()`,
  // Whatever is left of jobs that were given up before.
  `SELECT enqueue_job('message-given-up', jsonb_build_object('businessId', m.business_id, 'messageId', m.id))
   FROM message m WHERE m.status IN ('waiting', 'sending') AND ${noJobHas('messageId', 'm.id')}`,
  `SELECT enqueue_job('webhook-given-up', jsonb_build_object('businessId', d.business_id, 'deliveryId', d.id))
   FROM webhook_delivery d WHERE d.status = 'waiting' AND ${noJobHas('deliveryId', 'd.id')}`,
];

const down = [
  'DROP FUNCTION message_failed() CASCADE',
  `UPDATE message SET appointment_id = NULL WHERE kind = 'waitlist'`,
  'DROP INDEX message_by_key, message_once',
  `DELETE FROM message WHERE status = 'failed'`,
  'ALTER TABLE message ADD CONSTRAINT message_once UNIQUE (business_id, once_key)',
];
