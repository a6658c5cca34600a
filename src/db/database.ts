import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Log } from '../shared/log.ts';
import { connectionOptions } from './connection-options.ts';
import type { PoolSettings } from './connection-options.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import type { EmbeddedPostgres } from './embedded.ts';
import { inTransaction } from './in-transaction.ts';
import type { TransactionSettings } from './in-transaction.ts';
import { migrate } from './migrate.ts';
import { allMigrations } from './migrations/all.ts';
import { openConnections } from './open-connections.ts';

/** The only memory that counts. All work is in transactions; a lost connection rejects within about 2.5 s. */
export interface Database {
  dataSource: DataSource;
  /** One transaction that can see and write nothing but this business. Throws `AppError('database_unavailable')`. Do not nest. */
  inBusiness<T>(businessId: string, work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** One transaction across businesses: finding a business by its number, an id's business, live calls, lists. */
  anywhere<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** True where the database answers and its schema is up to date. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
  /** Where a repetition takes its time from; the machine's own clock where left out. */
  patience?: Patience;
}

/** Time as repetitions need it. */
export interface Patience {
  now(): number;
  /** Before the next try. */
  pause(attempt: number): Promise<void>;
}

export interface DatabaseSettings {
  /** Any Postgres from 15 on; without it the embedded one starts. */
  databaseUrl?: string | undefined;
  /** Where the embedded one keeps its files; `memory://` keeps nothing. */
  dataDir: string;
  log?: Log | undefined;
  /** Most connections to a server at once. */
  connections?: number;
  pace?: PoolSettings['pace'];
  /** Whether all connections are there from the start; else each is opened when it is needed first. */
  opening?: 'atStart' | 'asNeeded';
}

const serverConnections = 10;

/** Connects, starting the embedded Postgres where no URL is given, and brings the schema up to date. */
export async function openDatabase({ databaseUrl, dataDir, ...more }: DatabaseSettings): Promise<Database> {
  const embedded = databaseUrl === undefined ? await startEmbeddedPostgres(dataDir) : null;
  try {
    return await connectTo(embedded?.databaseUrl ?? databaseUrl ?? '', { embedded, ...more });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

type ConnectSettings = Pick<DatabaseSettings, 'log' | 'connections' | 'pace' | 'opening'> & {
  embedded: EmbeddedPostgres | null;
};

async function connectTo(
  databaseUrl: string,
  { embedded, log, connections: most = serverConnections, pace = 'onCall', opening = 'asNeeded' }: ConnectSettings,
): Promise<Database> {
  await migrate(databaseUrl);
  const connections = embedded === null ? most : 1;
  const dataSource = new DataSource(
    connectionOptions({
      databaseUrl,
      connections,
      pace,
      statements: embedded === null ? 'prepared' : 'plain',
      onIdleConnectionLost: (error) => log?.warn('database_connection_lost', { error }),
    }),
  );
  await dataSource.initialize();
  if (opening === 'atStart') await openConnections(dataSource, connections);
  const role = await roleSettings(dataSource);
  return {
    dataSource,
    inBusiness: (businessId, work) => inTransaction(dataSource, [...role, ['app.business_id', businessId]], work),
    anywhere: (work) => inTransaction(dataSource, [['app.business_id', '*']], work),
    ready: () => isReady(dataSource),
    close: async () => {
      await dataSource.destroy();
      await embedded?.stop();
    },
  };
}

/** A superuser passes by row-level security, so the work of a business is done as `toran_app` wherever that can be. */
async function roleSettings(dataSource: DataSource): Promise<TransactionSettings> {
  const [row] = await dataSource.query<{ usable: boolean }[]>(
    `SELECT bool_and(pg_has_role(current_user, oid, 'MEMBER') AND has_table_privilege(oid, 'appointment', 'INSERT')) AS usable
     FROM pg_roles WHERE rolname = 'toran_app'`,
  );
  return row?.usable === true ? [['role', 'toran_app']] : [];
}

async function isReady(dataSource: DataSource): Promise<boolean> {
  try {
    const [row] = await dataSource.query<{ applied: number }[]>('SELECT count(*)::int AS applied FROM migrations');
    return (row?.applied ?? 0) >= allMigrations.length;
  } catch {
    return false;
  }
}
