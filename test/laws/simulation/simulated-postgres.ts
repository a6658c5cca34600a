import { EventEmitter } from 'node:events';
import pg from 'pg';
import { DataSource, MigrationExecutor } from 'typeorm';
import { connectionOptions } from '../../../src/db/connection-options.ts';
import type { Database } from '../../../src/db/database.ts';
import { inTransaction } from '../../../src/db/in-transaction.ts';
import { postgresInHere } from './postgres-in-here.ts';
import type { Given, Run } from './postgres-in-here.ts';
import type { SimulatedTime } from './simulated-time.ts';

/**
 * What becomes of one transaction. `lostBefore`: the connection falls before anything was done. `lostInside`: in the middle, so that
 * all of it is undone. `lostAfter`: the commit is done and the answer never comes. `hangs`: nothing is done and no answer comes in
 * time. `conflict`: the server refuses it, and it may be tried again.
 */
export type DatabaseFault = 'lostBefore' | 'lostInside' | 'lostAfter' | 'hangs' | 'conflict';

/** How the database behaves in one simulated life. */
export interface DatabaseMood {
  time: SimulatedTime;
  /** The fault of the next transaction. */
  fault(): DatabaseFault | null;
  /** How long the way there takes, and the way back. */
  wayMs(): number;
  /** What reaches the server instead of a statement: for mutants. */
  rewrite?: ((sql: string) => string) | undefined;
}

export interface SimulatedPostgres {
  database: Database;
  /** Straight to the truth, past every fault: for the observers. */
  look: <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  behave(mood: DatabaseMood): void;
  /** Statements the server is busy with at this moment. */
  atWork(): number;
  /** Statements that changed an appointment, since the start. */
  close(): Promise<void>;
}

/* The database asks the same clock as everybody: `now()` is found here before it is found in pg_catalog. */
const SIMULATED_NOW = `
  CREATE SCHEMA simulated;
  CREATE FUNCTION simulated.now() RETURNS timestamptz STABLE LANGUAGE sql
    AS $$ SELECT to_timestamp(COALESCE(current_setting('simulated.now_ms', true), '0')::float8 / 1000) $$;
  GRANT USAGE ON SCHEMA simulated TO toran_app;
  DO $$ DECLARE place record; BEGIN
    FOR place IN SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_default = 'now()' LOOP
      EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET DEFAULT simulated.now()', place.table_name, place.column_name);
    END LOOP;
  END $$;
  SET search_path = simulated, pg_catalog, public`;

/** The real queries on a real Postgres inside this process, at simulated time, over a driver that fails as it is told. */
export async function simulatedPostgres(): Promise<SimulatedPostgres> {
  const server = await postgresInHere();
  const door = new Door(server.run);
  const dataSource = new DataSource({
    ...connectionOptions({ databaseUrl: 'postgres://simulated/postgres', connections: 1, pace: 'patient' }),
    driver: { Pool: poolAt(door) },
  });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  await new MigrationExecutor(dataSource, runner).executePendingMigrations();
  await runner.release();
  await server.run(SIMULATED_NOW);
  return {
    database: databaseOf(dataSource, door),
    look: (sql, values) => door.alone(async (run) => (await run(sql, values)).rows as never),
    behave: (mood) => void (door.mood = mood),
    atWork: () => door.atWork,
    async close() {
      await dataSource.destroy();
      await server.close();
    },
  };
}

const RETRY_MS = 20;

function databaseOf(dataSource: DataSource, door: Door): Database {
  return {
    dataSource,
    inBusiness: (businessId, work) =>
      inTransaction(
        dataSource,
        [
          ['role', 'toran_app'],
          ['app.business_id', businessId],
        ],
        work,
      ),
    anywhere: (work) => inTransaction(dataSource, [['app.business_id', '*']], work),
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
    patience: {
      now: () => door.mood?.time.now() ?? 0,
      pause: (attempt) => door.mood?.time.wait(RETRY_MS * attempt) ?? Promise.resolve(),
    },
  };
}

/** The one way to the server: who holds it is alone there. */
class Door {
  mood: DatabaseMood | null = null;
  atWork = 0;
  readonly #run: Run;
  #last: Promise<unknown> = Promise.resolve();

  constructor(run: Run) {
    this.#run = run;
  }

  run: Run = async (sql, values) => {
    this.atWork += 1;
    try {
      return await this.#run(this.mood?.rewrite?.(sql) ?? sql, values);
    } finally {
      this.atWork -= 1;
    }
  };

  /** Resolves when nobody else is there; who got it gives it back. */
  async enter(): Promise<() => void> {
    const before = this.#last;
    let leave = (): void => undefined;
    this.#last = new Promise<void>((resolve) => (leave = resolve));
    this.atWork += 1;
    await before;
    this.atWork -= 1;
    return leave;
  }

  async alone<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work(this.#run);
    } finally {
      leave();
    }
  }
}

/** As TypeORM wants its driver: a pool that makes connections. */
function poolAt(door: Door) {
  return class extends EventEmitter {
    connect(done: (error: unknown, connection?: SimulatedConnection, release?: () => void) => void): void {
      const connection = new SimulatedConnection(door);
      done(null, connection, () => void connection.end());
    }
    end(done: (error?: unknown) => void): void {
      done();
    }
  };
}

/** Values written into the statement, since one simple query costs half of what a prepared one does in here. */
function withValues(sql: string, values: readonly unknown[] = []): string {
  return values.length === 0
    ? sql
    : sql.replace(/\$(\d+)/g, (_, number: string) => literal(values[Number(number) - 1]));
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : JSON.stringify(value);
  return pg.escapeLiteral(text);
}

const nothing: Given = { command: '', rows: [], rowCount: 0 };
const fallen = (): Error => new Error('Connection terminated unexpectedly');

/** One connection: outside of a transaction it serves as it is; inside one it meets what the mood has for it. */
class SimulatedConnection extends EventEmitter {
  readonly #door: Door;
  #leave: (() => void) | null = null;
  #fault: DatabaseFault | null = null;
  #statements = 0;

  constructor(door: Door) {
    super();
    this.#door = door;
  }

  async query(sql: string, values?: readonly unknown[]): Promise<Given> {
    if (/^(BEGIN|START TRANSACTION)/.test(sql)) return this.#begin(sql);
    if (sql === 'COMMIT') return this.#commit();
    if (sql === 'ROLLBACK') return this.#undo();
    this.#statements += 1;
    if (this.#fault === 'lostInside' && this.#statements > 2) {
      await this.#undo();
      throw fallen();
    }
    return this.#door.run(this.#door.mood ? withValues(sql, values) : sql, this.#door.mood ? [] : values);
  }

  async end(): Promise<void> {
    await this.#undo();
  }

  async #begin(sql: string): Promise<Given> {
    const { mood } = this.#door;
    this.#statements = 0;
    this.#fault = mood?.fault() ?? null;
    await mood?.time.wait(mood.wayMs());
    if (this.#fault === 'lostBefore') throw fallen();
    if (this.#fault === 'hangs') {
      await mood?.time.wait(HANGS_MS);
      throw new Error('Query read timeout');
    }
    this.#leave = await this.#door.enter();
    return this.#door.run(mood ? `${sql}; SET LOCAL simulated.now_ms = ${mood.time.date()}` : sql);
  }

  async #commit(): Promise<Given> {
    if (this.#fault === 'conflict') {
      await this.#undo();
      throw Object.assign(new pg.DatabaseError('could not serialize access', 0, 'error'), { code: '40001' });
    }
    const given = await this.#door.run('COMMIT');
    this.#away();
    const { mood } = this.#door;
    await mood?.time.wait(mood.wayMs());
    if (this.#fault === 'lostAfter') throw fallen();
    return given;
  }

  async #undo(): Promise<Given> {
    if (this.#leave) {
      await this.#door.run('ROLLBACK');
      this.#away();
    }
    return nothing;
  }

  #away(): void {
    this.#leave?.();
    this.#leave = null;
  }
}

const HANGS_MS = 2_300;
