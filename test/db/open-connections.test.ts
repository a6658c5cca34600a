import { randomUUID } from 'node:crypto';
import { openDatabase } from '../../src/db/database.ts';
import { describeOnServer } from '../support/databases.ts';

describeOnServer('the connections of a node', (opened) => {
  const query = <T>(sql: string) => opened().database.dataSource.query<T[]>(sql);

  /** How many a pool of four has after its start, and what it can do then. */
  async function opening(opening: 'atStart' | 'asNeeded', user?: string) {
    const url = new URL(opened().databaseUrl ?? '');
    if (user !== undefined) Object.assign(url, { username: user, password: user });
    const before = new Set((await query<{ pid: number }>('SELECT pid FROM pg_stat_activity')).map(({ pid }) => pid));
    const database = await openDatabase({
      databaseUrl: url.href,
      dataDir: 'memory://',
      connections: 4,
      pace: 'patient',
      opening,
    });
    const now = await query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'toran' AND datname = current_database()`,
    );
    const found = await database.ready();
    await database.close();
    return { connections: now.filter(({ pid }) => !before.has(pid)).length, isReady: found };
  }

  test('are there from the start, or as they are needed', async () => {
    expect(await opening('atStart')).toEqual({ connections: 4, isReady: true });
    expect(await opening('asNeeded')).toEqual({ connections: 1, isReady: true });
  });

  test('are as many as the server has room for, and the node starts', async () => {
    const user = `few_${randomUUID().slice(0, 8)}`;
    await query(`CREATE ROLE ${user} LOGIN PASSWORD '${user}' CONNECTION LIMIT 3`);
    await query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${user}`);
    const { connections, isReady } = await opening('atStart', user);
    expect(isReady).toBe(true);
    expect(connections).toBeLessThan(4);
    await query(`DROP OWNED BY ${user}`);
    await query(`DROP ROLE ${user}`);
  });
});
