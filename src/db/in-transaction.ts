import pg from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { AppError } from '../shared/errors.ts';
import { asFault, isOfAllConnections, isUnavailable } from './database-fault.ts';

/** Settings that hold for one transaction alone. */
export type TransactionSettings = readonly (readonly [name: string, value: string])[];

/** Runs work in one READ COMMITTED transaction. A broken connection is thrown away, not waited for and not used again. */
export async function inTransaction<T>(
  dataSource: DataSource,
  settings: TransactionSettings,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  const connection = await connect(runner);
  try {
    await begin(runner, settings);
    const result = await work(runner.manager);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await undo(runner, { connection, error });
    throw asFault(error);
  } finally {
    await runner.release();
  }
}

async function connect(runner: QueryRunner): Promise<pg.PoolClient> {
  try {
    return (await runner.connect()) as pg.PoolClient;
  } catch (cause) {
    throw new AppError('database_unavailable', 'No connection to the database could be had in time.', { cause });
  }
}

/** Begins with its settings in one message; TypeORM is told, so that what it nests becomes a savepoint. */
async function begin(runner: QueryRunner, settings: TransactionSettings): Promise<void> {
  const calls = settings.map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  await runner.query(`BEGIN ISOLATION LEVEL READ COMMITTED; SELECT ${calls.join(', ')}`);
}

/* Ending a connection that has a statement under way destroys its socket at once; a rollback would wait behind that statement. */
async function undo(
  runner: QueryRunner,
  { connection, error }: { connection: pg.PoolClient & { end?(): Promise<void> }; error: unknown },
): Promise<void> {
  if (isUnavailable(error)) {
    void connection.end?.();
    if (isOfAllConnections(error)) leaveIdleConnections(runner.dataSource);
    return;
  }
  if (runner.isTransactionActive) await runner.rollbackTransaction();
}

/** None of them is used again. */
function leaveIdleConnections({ driver }: DataSource): void {
  const pool = (driver as PostgresDriver).master as pg.Pool;
  for (let idle = pool.idleCount; idle > 0; idle -= 1) {
    pool.connect((_error, _client, done) => {
      done(true);
    });
  }
}
