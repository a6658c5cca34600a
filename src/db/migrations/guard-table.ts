import type { QueryRunner } from 'typeorm';

/**
 * Puts row-level security on a table (law L16): work for one business, with `app.business_id` set inside its transaction, sees that
 * business alone; the owner may set it to `*` for the few reads across businesses; FORCE binds the owner too.
 */
export async function guardTable(runner: QueryRunner, table: string, businessColumn = 'business_id'): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(`DROP POLICY IF EXISTS ${table}_of_business ON ${table}`);
  await runner.query(
    `CREATE POLICY ${table}_of_business ON ${table}
     USING (${businessColumn} = NULLIF(NULLIF(current_setting('app.business_id', true), ''), '*')::uuid)`,
  );
  await runner.query(`DROP POLICY IF EXISTS ${table}_anywhere ON ${table}`);
  await runner.query(
    `CREATE POLICY ${table}_anywhere ON ${table} TO CURRENT_USER USING (current_setting('app.business_id', true) = '*')`,
  );
  await runner.query(grantTo(table));
}

export async function unguardTable(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`DROP POLICY IF EXISTS ${table}_of_business ON ${table}`);
  await runner.query(`DROP POLICY IF EXISTS ${table}_anywhere ON ${table}`);
  await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
}

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
