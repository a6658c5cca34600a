import { setTimeout as wait } from 'node:timers/promises';
import { DataSource, MigrationExecutor } from 'typeorm';
import type { QueryRunner } from 'typeorm';
import { AppError } from '../shared/errors.ts';
import { connectionOptions } from './connection-options.ts';

/** One number for all nodes: who holds this lock may change the schema. */
const schemaLock = 7_867_261;
const lockPatienceMs = 60_000;
const lockRetryMs = 100;

/** Brings the schema up to date, one node at a time. Throws `AppError('migration_failed')`, or `database_unavailable`. */
export async function migrate(databaseUrl: string): Promise<void> {
  const dataSource = new DataSource(connectionOptions({ databaseUrl, connections: 1, pace: 'patient' }));
  try {
    await dataSource.initialize();
  } catch (cause) {
    throw new AppError('database_unavailable', 'No connection to the database could be made at start.', { cause });
  }
  try {
    await migrateAlone(dataSource);
  } catch (cause) {
    throw new AppError('migration_failed', 'The database schema could not be brought up to date.', { cause });
  } finally {
    await dataSource.destroy();
  }
}

async function migrateAlone(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await takeLock(runner);
  try {
    await new MigrationExecutor(dataSource, runner).executePendingMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [schemaLock]);
    await runner.release();
  }
}

async function takeLock(runner: QueryRunner): Promise<void> {
  const giveUpAt = performance.now() + lockPatienceMs;
  while (!(await tryLock(runner))) {
    if (performance.now() > giveUpAt) throw new Error('another node has kept the schema lock for a minute');
    await wait(lockRetryMs);
  }
}

async function tryLock(runner: QueryRunner): Promise<boolean> {
  const [row] = await runner.manager.query<{ taken: boolean }[]>('SELECT pg_try_advisory_lock($1) AS taken', [
    schemaLock,
  ]);
  return row?.taken === true;
}
