import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Businesses, leads, calls and appointments. Every tie between tables goes through the business (law L16). */
export class FirstTables1790000000000 implements MigrationInterface {
  name = 'FirstTables1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [extensions, ...businessTables, ...callTables, ...bookingTables]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE IF EXISTS reminder, appointment, transcript_line, call_event, call_session, lead, resource,
         appointment_settings, business`,
    );
  }
}

const extensions = 'CREATE EXTENSION IF NOT EXISTS btree_gist';

const wallTime = `'^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$'`;

const businessTables = [
  `CREATE TABLE IF NOT EXISTS business (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     name text NOT NULL CHECK (name <> ''),
     phone_number text NOT NULL CONSTRAINT business_phone_number_once UNIQUE,
     timezone text NOT NULL DEFAULT 'Asia/Jerusalem',
     language text NOT NULL DEFAULT 'he',
     ai_prompt jsonb NOT NULL DEFAULT '{"calls": ""}' CHECK (jsonb_typeof(ai_prompt -> 'calls') = 'string'),
     active boolean NOT NULL DEFAULT true,
     fallback_number text,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE IF NOT EXISTS appointment_settings (
     business_id uuid PRIMARY KEY REFERENCES business (id),
     active_days jsonb NOT NULL DEFAULT '[0, 1, 2, 3, 4]' CHECK (jsonb_typeof(active_days) = 'array'),
     start_hour text NOT NULL DEFAULT '09:00' CHECK (start_hour ~ ${wallTime}),
     end_hour text NOT NULL DEFAULT '18:00' CHECK (end_hour ~ ${wallTime}),
     slot_interval_minutes integer NOT NULL DEFAULT 30 CHECK (slot_interval_minutes > 0),
     slot_size_min integer NOT NULL DEFAULT 30 CHECK (slot_size_min > 0),
     min_notice_min integer NOT NULL DEFAULT 0 CHECK (min_notice_min >= 0),
     booking_window_days integer NOT NULL DEFAULT 60 CHECK (booking_window_days >= 0),
     buffer_before_min integer NOT NULL DEFAULT 0 CHECK (buffer_before_min >= 0),
     buffer_after_min integer NOT NULL DEFAULT 0 CHECK (buffer_after_min >= 0),
     opening_hours_json jsonb CHECK (opening_hours_json IS NULL OR jsonb_typeof(opening_hours_json) = 'object'),
     overrides_json jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(overrides_json) = 'array'),
     observe_holidays boolean NOT NULL DEFAULT false,
     updated_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE IF NOT EXISTS resource (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     business_id uuid NOT NULL REFERENCES business (id),
     name text NOT NULL,
     active boolean NOT NULL DEFAULT true,
     created_at timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT resource_of_business UNIQUE (business_id, id)
   )`,
  `CREATE TABLE IF NOT EXISTS lead (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     business_id uuid NOT NULL REFERENCES business (id),
     phone text NOT NULL CHECK (phone <> ''),
     name text,
     wish jsonb,
     outcome text,
     summary text,
     notes text,
     last_call_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT lead_phone_once UNIQUE (business_id, phone),
     CONSTRAINT lead_of_business UNIQUE (business_id, id)
   )`,
  'CREATE INDEX IF NOT EXISTS lead_newest ON lead (business_id, created_at DESC)',
];

const callTables = [
  `CREATE TABLE IF NOT EXISTS call_session (
     call_sid text PRIMARY KEY CHECK (call_sid <> ''),
     business_id uuid NOT NULL REFERENCES business (id),
     lead_id uuid,
     from_number text,
     wish jsonb NOT NULL DEFAULT '{"date": null, "time": null, "name": null, "phone": null}',
     last_requested_time timestamptz,
     last_confirmed_time timestamptz,
     last_appointment_id uuid,
     owner_node text,
     lease_until timestamptz,
     epoch integer NOT NULL DEFAULT 1 CHECK (epoch > 0),
     outcome text,
     started_at timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz,
     CONSTRAINT call_session_of_business UNIQUE (business_id, call_sid),
     CONSTRAINT call_session_lead FOREIGN KEY (business_id, lead_id) REFERENCES lead (business_id, id)
   )`,
  'CREATE INDEX IF NOT EXISTS call_session_newest ON call_session (business_id, started_at DESC)',
  'CREATE INDEX IF NOT EXISTS call_session_live ON call_session (lease_until) WHERE ended_at IS NULL',
  `CREATE TABLE IF NOT EXISTS call_event (
     call_sid text NOT NULL,
     seq integer NOT NULL CHECK (seq >= 0),
     business_id uuid NOT NULL,
     ms integer NOT NULL,
     fact jsonb NOT NULL CHECK (jsonb_typeof(fact -> 'type') = 'string'),
     PRIMARY KEY (call_sid, seq),
     CONSTRAINT call_event_call FOREIGN KEY (business_id, call_sid) REFERENCES call_session (business_id, call_sid)
   )`,
  `CREATE TABLE IF NOT EXISTS transcript_line (
     call_sid text NOT NULL,
     item_id text NOT NULL,
     business_id uuid NOT NULL,
     speaker text NOT NULL CHECK (speaker IN ('caller', 'assistant', 'server')),
     text text NOT NULL,
     started_ms integer NOT NULL,
     heard_ms integer CHECK (heard_ms >= 0),
     cut boolean NOT NULL DEFAULT false,
     PRIMARY KEY (call_sid, item_id),
     CONSTRAINT transcript_line_call FOREIGN KEY (business_id, call_sid) REFERENCES call_session (business_id, call_sid)
   )`,
];

const bookingTables = [
  `CREATE TABLE IF NOT EXISTS appointment (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     business_id uuid NOT NULL REFERENCES business (id),
     resource_id uuid NOT NULL,
     lead_id uuid NOT NULL,
     call_sid text,
     starts_at timestamptz NOT NULL,
     ends_at timestamptz NOT NULL,
     busy_from timestamptz NOT NULL,
     busy_until timestamptz NOT NULL,
     status text NOT NULL CHECK (status IN ('held', 'confirmed', 'cancelled')),
     held_until timestamptz,
     name text NOT NULL,
     phone text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT appointment_of_business UNIQUE (business_id, id),
     CONSTRAINT appointment_resource FOREIGN KEY (business_id, resource_id) REFERENCES resource (business_id, id),
     CONSTRAINT appointment_lead FOREIGN KEY (business_id, lead_id) REFERENCES lead (business_id, id),
     CONSTRAINT appointment_takes_time CHECK (ends_at > starts_at AND busy_from <= starts_at AND busy_until >= ends_at),
     CONSTRAINT appointment_hold_ends CHECK ((status = 'held') = (held_until IS NOT NULL)),
     CONSTRAINT appointment_hold_has_call CHECK (status <> 'held' OR call_sid IS NOT NULL),
     CONSTRAINT appointment_no_overlap EXCLUDE USING gist (business_id WITH =, resource_id WITH =,
       tstzrange(busy_from, busy_until, '[)') WITH &&) WHERE (status IN ('held', 'confirmed'))
   )`,
  `CREATE UNIQUE INDEX IF NOT EXISTS appointment_call_once ON appointment (business_id, call_sid, starts_at)
     WHERE status IN ('held', 'confirmed')`,
  'CREATE INDEX IF NOT EXISTS appointment_by_start ON appointment (business_id, starts_at)',
  `CREATE TABLE IF NOT EXISTS reminder (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     business_id uuid NOT NULL REFERENCES business (id),
     appointment_id uuid NOT NULL CONSTRAINT reminder_once UNIQUE,
     due_at timestamptz NOT NULL,
     status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'sent', 'cancelled', 'failed')),
     created_at timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT reminder_appointment FOREIGN KEY (business_id, appointment_id) REFERENCES appointment (business_id, id)
   )`,
  `CREATE INDEX IF NOT EXISTS reminder_due ON reminder (due_at) WHERE status = 'pending'`,
];
