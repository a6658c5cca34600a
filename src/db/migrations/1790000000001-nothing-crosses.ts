import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security (law L16). Work for one business runs as `toran_app` with `app.business_id` set inside the transaction and
 * sees that business alone. The tables' owner may also set it to `*`, for the few reads across businesses. Where the database
 * user may not make roles, the owner itself does the work under the same policies (FORCE).
 */
export class NothingCrosses1790000000001 implements MigrationInterface {
  name = 'NothingCrosses1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(makeRole);
    for (const [table, column] of guardedTables) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(`DROP POLICY IF EXISTS ${table}_of_business ON ${table}`);
      await runner.query(
        `CREATE POLICY ${table}_of_business ON ${table}
         USING (${column} = NULLIF(NULLIF(current_setting('app.business_id', true), ''), '*')::uuid)`,
      );
      await runner.query(`DROP POLICY IF EXISTS ${table}_anywhere ON ${table}`);
      await runner.query(
        `CREATE POLICY ${table}_anywhere ON ${table} TO CURRENT_USER USING (current_setting('app.business_id', true) = '*')`,
      );
      await runner.query(grantTo(table));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of guardedTables) {
      await runner.query(`DROP POLICY IF EXISTS ${table}_of_business ON ${table}`);
      await runner.query(`DROP POLICY IF EXISTS ${table}_anywhere ON ${table}`);
      await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
  }
}

const guardedTables = [
  ['business', 'id'],
  ['appointment_settings', 'business_id'],
  ['resource', 'business_id'],
  ['lead', 'business_id'],
  ['call_session', 'business_id'],
  ['call_event', 'business_id'],
  ['transcript_line', 'business_id'],
  ['appointment', 'business_id'],
  ['reminder', 'business_id'],
] as const;

/* Roles belong to the whole server: another database's migration may make the same one at the same moment. */
const makeRole = `DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'toran_app') THEN
    CREATE ROLE toran_app NOLOGIN;
  END IF;
  IF NOT pg_has_role(current_user, 'toran_app', 'MEMBER') THEN
    EXECUTE format('GRANT toran_app TO %I', current_user);
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN
    RAISE NOTICE 'toran_app: %', SQLERRM;
END $$`;

const grantTo = (table: string) => `DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'toran_app') THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO toran_app', current_schema());
    GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO toran_app;
  END IF;
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'toran_app: %', SQLERRM;
END $$`;
