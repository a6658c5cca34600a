import type { DataSourceOptions } from 'typeorm';
import { allEntities } from './entities/all.ts';
import { allMigrations } from './migrations/all.ts';
import { PreparedClient } from './prepared-client.ts';

export interface PoolSettings {
  databaseUrl: string;
  connections: number;
  /** `onCall`: a caller waits, so everything ends within about 2.5 s. `patient`: migrations may take their time. */
  pace: 'onCall' | 'patient';
  /** `prepared`: statements are prepared once a connection; for servers that give every connection a session of its own. */
  statements?: 'prepared' | 'plain';
  onIdleConnectionLost?: (error: unknown) => void;
}

const onCallTimeouts = {
  statement_timeout: 2000,
  lock_timeout: 1900,
  query_timeout: 2300,
  idle_in_transaction_session_timeout: 10_000,
};

/* A new connection costs the server about 50 ms until it has seen every table: a burst must not meet ten new ones. */
const STAY_OPEN = 0;

/** What TypeORM needs to know of one Postgres. */
export function connectionOptions(settings: PoolSettings): DataSourceOptions {
  const { statements = 'plain' } = settings;
  const isOnCall = settings.pace === 'onCall';
  return {
    type: 'postgres',
    url: settings.databaseUrl,
    applicationName: 'toran',
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    synchronize: false,
    entities: allEntities,
    migrations: allMigrations,
    migrationsTransactionMode: 'all',
    logging: false,
    poolSize: settings.connections,
    connectTimeoutMS: isOnCall ? 2000 : 15_000,
    poolErrorHandler: settings.onIdleConnectionLost ?? (() => undefined),
    extra: {
      keepAlive: true,
      idleTimeoutMillis: STAY_OPEN,
      ...(isOnCall ? onCallTimeouts : {}),
      ...(statements === 'prepared' ? { Client: PreparedClient } : {}),
    },
  };
}
