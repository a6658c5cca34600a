import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../src/db/database.ts';
import type { Database } from '../../src/db/database.ts';

const serverUrl = process.env['TEST_DATABASE_URL'];
const patienceMs = 60_000;

export interface TestDatabase {
  database: Database;
  /** Where it is, for a second node; null for the embedded one. */
  databaseUrl: string | null;
}

/** Runs the same suite on the real server (where there is one) and on the embedded Postgres; each suite has a database of its own. */
export function describeOnEachDatabase(name: string, suite: (database: () => Database) => void): void {
  if (serverUrl !== undefined)
    describeOn(`${name} (Postgres server)`, openOnServer, (opened) => suite(() => opened().database));
  describeOn(`${name} (embedded Postgres)`, openEmbedded, (opened) => suite(() => opened().database));
}

/** For races and faults: the real server alone, since the embedded one has a single connection. */
export const describeOnServer =
  serverUrl === undefined
    ? (name: string, _suite: (opened: () => TestDatabase) => void) => {
        test.each([name])('%s: only on a real Postgres, which npm test starts', () => {
          expect(serverUrl).toBeUndefined();
        });
      }
    : (name: string, suite: (opened: () => TestDatabase) => void) => {
        describeOn(name, openOnServer, suite);
      };

/** One database for a suite that needs just any: on the server where there is one, else embedded. Close it in `afterAll`. */
export async function openTestDatabase(): Promise<Database> {
  const { database } = await (serverUrl === undefined ? openEmbedded() : openOnServer());
  return database;
}

function describeOn(
  name: string,
  open: () => Promise<TestDatabase>,
  suite: (opened: () => TestDatabase) => void,
): void {
  describe.each([name])('%s', () => {
    const held: { opened?: TestDatabase } = {};
    beforeAll(async () => {
      held.opened = await open();
    }, patienceMs);
    afterAll(() => held.opened?.database.close(), patienceMs);
    suite(() => {
      if (held.opened === undefined) throw new Error('the database is open only inside tests and hooks');
      return held.opened;
    });
  });
}

async function openEmbedded(): Promise<TestDatabase> {
  return { database: await openDatabase({ dataDir: 'memory://' }), databaseUrl: null };
}

async function openOnServer(): Promise<TestDatabase> {
  const name = `toran_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl ?? '');
  url.pathname = `/${name}`;
  const database = await openDatabase({ databaseUrl: url.href, dataDir: 'memory://', pace: 'patient' });
  const close = async () => {
    await database.close();
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { database: { ...database, close }, databaseUrl: url.href };
}

/** One statement on the test server's own database. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
