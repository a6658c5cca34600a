import pg from 'pg';
import type { DataSource } from 'typeorm';

/** A way to the same database that is the jobs' own, so that they never take a connection from a call. */
export interface JobConnection {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  close(): Promise<void>;
}

const patientTimeouts = { connectionTimeoutMillis: 5_000, statement_timeout: 20_000, query_timeout: 25_000 };

/** One connection: jobs take turns. A lost connection rejects the statement under way; the next one gets a new connection. */
export function openJobConnection({ options }: DataSource): JobConnection {
  const connectionString = options.type === 'postgres' ? options.url : undefined;
  if (connectionString === undefined) throw new Error('the jobs need the address of a Postgres');
  const pool = new pg.Pool({ connectionString, max: 1, application_name: 'toran-jobs', ...patientTimeouts });
  pool.on('error', () => undefined);
  return {
    executeSql: (text, values) => pool.query<Record<string, unknown>>(text, values),
    close: () => pool.end(),
  };
}
