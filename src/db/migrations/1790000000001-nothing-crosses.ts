import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable, unguardTable } from './guard-table.ts';

/**
 * Row-level security (law L16). Work for one business runs as `toran_app` with `app.business_id` set inside the transaction and
 * sees that business alone. Where the database user may not make roles, the owner itself does the work under the same policies.
 */
export class NothingCrosses1790000000001 implements MigrationInterface {
  name = 'NothingCrosses1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(makeRole);
    for (const [table, column] of guardedTables) await guardTable(runner, table, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of guardedTables) await unguardTable(runner, table);
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
