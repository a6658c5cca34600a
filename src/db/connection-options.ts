import type { DataSourceOptions } from 'typeorm';
import { allEntities } from './entities/all.ts';
import { allMigrations } from './migrations/all.ts';

export interface PoolSettings {
  databaseUrl: string;
  connections: number;
  /** `onCall`: a caller waits, so everything ends within about 2.5 s. `patient`: migrations may take their time. */
  pace: 'onCall' | 'patient';
  onIdleConnectionLost?: (error: unknown) => void;
}

const onCallTimeouts = {
  statement_timeout: 2000,
  lock_timeout: 1900,
  query_timeout: 2300,
  idle_in_transaction_session_timeout: 10_000,
};

/** What TypeORM needs to know of one Postgres. */
export function connectionOptions(settings: PoolSettings): DataSourceOptions {
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
    extra: { keepAlive: true, ...(isOnCall ? onCallTimeouts : {}) },
  };
}
