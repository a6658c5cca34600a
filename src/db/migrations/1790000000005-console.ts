import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable, unguardTable } from './guard-table.ts';

/** What the console needs: people and their sessions, drafts and versions of a business, what kind of call a call was. */
export class Console1790000000005 implements MigrationInterface {
  name = 'Console1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...people, ...businessCopies, ...callColumns]) await runner.query(statement);
    for (const table of guardedTables) await guardTable(runner, table);
    await runner.query(peopleOnlyFromOutside);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE call_session DROP COLUMN IF EXISTS kind, DROP COLUMN IF EXISTS figures');
    for (const table of guardedTables) await unguardTable(runner, table);
    await runner.query(
      'DROP TABLE IF EXISTS business_version, business_draft, login_attempt, console_session, console_user',
    );
  }
}

const guardedTables = ['console_user', 'console_session', 'business_draft', 'business_version'] as const;

const people = [
  `CREATE TABLE IF NOT EXISTS console_user (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     email text NOT NULL CHECK (email <> '' AND email = lower(email)),
     name text NOT NULL CHECK (name <> ''),
     role text NOT NULL CHECK (role IN ('operator', 'owner')),
     business_id uuid REFERENCES business (id),
     password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
     active boolean NOT NULL DEFAULT true,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT console_user_email_once UNIQUE (email),
     CONSTRAINT console_user_owner_has_business CHECK ((role = 'owner') = (business_id IS NOT NULL))
   )`,
  `CREATE TABLE IF NOT EXISTS console_session (
     token_hash text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
     user_id uuid REFERENCES console_user (id) ON DELETE CASCADE,
     admin_token_hash text,
     business_id uuid REFERENCES business (id),
     started_at timestamptz NOT NULL,
     seen_at timestamptz NOT NULL,
     CONSTRAINT console_session_of_somebody CHECK ((user_id IS NULL) = (admin_token_hash IS NOT NULL))
   )`,
  'CREATE INDEX IF NOT EXISTS console_session_of_user ON console_session (user_id)',
  'CREATE INDEX IF NOT EXISTS console_session_oldest ON console_session (seen_at)',
  `CREATE TABLE IF NOT EXISTS login_attempt (
     subject text NOT NULL CHECK (subject ~ '^[0-9a-f]{64}$'),
     at timestamptz NOT NULL
   )`,
  'CREATE INDEX IF NOT EXISTS login_attempt_recent ON login_attempt (subject, at)',
];

const businessCopies = [
  `CREATE TABLE IF NOT EXISTS business_draft (
     business_id uuid PRIMARY KEY REFERENCES business (id),
     ai_prompt jsonb NOT NULL CHECK (jsonb_typeof(ai_prompt -> 'calls') = 'string'),
     settings jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object'),
     changed_by text NOT NULL,
     updated_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE IF NOT EXISTS business_version (
     business_id uuid NOT NULL REFERENCES business (id),
     number integer NOT NULL CHECK (number > 0),
     ai_prompt jsonb NOT NULL CHECK (jsonb_typeof(ai_prompt -> 'calls') = 'string'),
     settings jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object'),
     cause text NOT NULL CHECK (cause IN ('first', 'settings', 'prompt', 'published', 'restored')),
     restored_from integer,
     made_by text NOT NULL,
     made_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (business_id, number),
     CONSTRAINT business_version_restored CHECK ((cause = 'restored') = (restored_from IS NOT NULL))
   )`,
];

const callColumns = [
  /* Twilio's CallSids are CA and hexadecimal digits, so none of them can look like one of ours (src/actions/trial-call.ts). */
  `ALTER TABLE call_session ADD COLUMN IF NOT EXISTS kind text GENERATED ALWAYS AS (CASE
     WHEN call_sid LIKE 'CAtest-%' THEN 'test' WHEN call_sid LIKE 'CApractice-%' THEN 'practice' ELSE 'phone' END) STORED`,
  'ALTER TABLE call_session ADD COLUMN IF NOT EXISTS figures jsonb',
];

/* Passwords and sessions are read before anybody is known; the work of one business has no business with them. */
const peopleOnlyFromOutside = `DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'toran_app') THEN
    REVOKE ALL ON console_user, console_session, login_attempt FROM toran_app;
  END IF;
END $$`;
