import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../../config.ts';
import { allMigrations } from '../../db/migrations/all.ts';
import { faultWords, found } from './finding.ts';
import type { Finding } from './finding.ts';
import { lawAudits } from './law-audit.ts';

const oldestVersion = 150_000;
const patienceMs = 5000;

/** The database, its migrations and the laws its rows can prove. Reads only; the embedded one is not opened, for the service may have it. */
export async function checkDatabase({ databaseUrl, dataDir }: Config['database']): Promise<Finding[]> {
  if (databaseUrl === undefined) return [await checkDataDir(dataDir)];
  const timeouts = { connectionTimeoutMillis: patienceMs, query_timeout: patienceMs };
  const client = new Client({ connectionString: databaseUrl, application_name: 'toran doctor', ...timeouts });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await checkServer(client);
  } catch (error) {
    return [found('database.silent', { fault: faultWords(error) })];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function checkDataDir(dataDir: string): Promise<Finding> {
  if (dataDir.startsWith('memory://')) {
    return found('database.memory');
  }
  try {
    await access(await nearestFolder(resolve(dataDir)), constants.W_OK);
    return found('database.embedded', { folder: dataDir });
  } catch {
    return found('database.unwritable', { folder: dataDir });
  }
}

async function nearestFolder(folder: string): Promise<string> {
  try {
    await access(folder);
    return folder;
  } catch {
    return dirname(folder) === folder ? folder : await nearestFolder(dirname(folder));
  }
}

async function checkServer(client: Client): Promise<Finding[]> {
  const version = await number(client, `SELECT current_setting('server_version_num')::int AS found`);
  const server = `Postgres ${Math.floor(version / 10_000)}.${version % 10_000}`;
  if (version < oldestVersion) return [found('database.old', { server })];
  const gist = await number(
    client,
    `SELECT count(*)::int AS found FROM pg_available_extensions WHERE name = 'btree_gist'`,
  );
  if (gist === 0) return [found('database.noGist', { server })];
  const migrations = await migrationFinding(client);
  return [
    found('database.answers', { server }),
    migrations.finding,
    ...(migrations.schema === 'there' ? await auditLaws(client) : []),
  ];
}

async function migrationFinding(client: Client): Promise<{ schema: 'there' | 'missing'; finding: Finding }> {
  const tables = await number(client, `SELECT (to_regclass('migrations') IS NOT NULL)::int AS found`);
  const applied = tables === 0 ? 0 : await number(client, 'SELECT count(*)::int AS found FROM migrations');
  const pending = allMigrations.length - applied;
  if (pending < 0) return { schema: 'missing', finding: found('migrations.newer') };
  if (pending > 0) return { schema: 'missing', finding: found('migrations.pending', { pending }) };
  return { schema: 'there', finding: found('migrations.applied', { applied }) };
}

async function auditLaws(client: Client): Promise<Finding[]> {
  await client.query(`SELECT set_config('app.business_id', '*', false)`);
  const findings: Finding[] = [];
  for (const { law, brokenRows } of lawAudits) {
    const rows = await number(client, brokenRows);
    findings.push(rows === 0 ? found('law.holds', { law }) : found('law.broken', { law, rows }));
  }
  return findings;
}

async function number(client: Client, query: string): Promise<number> {
  const { rows } = await client.query<{ found: number }>(query);
  return rows[0]?.found ?? 0;
}
