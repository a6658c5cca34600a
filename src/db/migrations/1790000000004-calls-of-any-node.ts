import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What several nodes of one address share: the secret that signs stream tokens, how many streams a call has had (a token is good for
 * the next one), and whether the caller heard that the appointment was made.
 */
export class CallsOfAnyNode1790000000004 implements MigrationInterface {
  name = 'CallsOfAnyNode1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE call_session
         ADD COLUMN IF NOT EXISTS streams integer NOT NULL DEFAULT 0 CHECK (streams >= 0),
         ADD COLUMN IF NOT EXISTS confirmed_aloud_at timestamptz`,
    );
    await runner.query(
      `CREATE TABLE IF NOT EXISTS house_secret (
         name text PRIMARY KEY,
         secret bytea NOT NULL,
         made_at timestamptz NOT NULL DEFAULT now()
       )`,
    );
    for (const statement of noBusinessSees) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS house_secret');
    await runner.query(
      'ALTER TABLE call_session DROP COLUMN IF EXISTS streams, DROP COLUMN IF EXISTS confirmed_aloud_at',
    );
  }
}

/* The one table that is of no business: work of a business never sees it. */
const noBusinessSees = [
  'ALTER TABLE house_secret ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE house_secret FORCE ROW LEVEL SECURITY',
  'DROP POLICY IF EXISTS house_secret_anywhere ON house_secret',
  `CREATE POLICY house_secret_anywhere ON house_secret TO CURRENT_USER
     USING (current_setting('app.business_id', true) = '*')`,
];
