import type { DataSource } from 'typeorm';

/** Planned and not run: the server reads up what these tables are, once a connection. */
const SEES_THE_TABLES = 'SELECT FROM business, appointment_settings, resource, lead, appointment, call_session LIMIT 0';

/**
 * Opens all connections of the pool, so that the first callers need not wait for it: a new one costs the server about 50 ms. Where
 * the server has no room for all of them those that could be had are kept.
 */
export async function openConnections(dataSource: DataSource, count: number): Promise<void> {
  const runners = Array.from({ length: count }, () => dataSource.createQueryRunner());
  await Promise.allSettled(
    runners.map(async (runner) => {
      await runner.connect();
      await runner.query(SEES_THE_TABLES);
    }),
  );
  await Promise.all(runners.map((runner) => runner.release()));
}
