import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../../config.ts';
import { allMigrations } from '../../db/migrations/all.ts';
import { faultWords, fix, ok } from './finding.ts';
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
    return [
      fix(`database: no answer (${faultWords(error)})`, 'check DATABASE_URL, the user, the password and the network'),
    ];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function checkDataDir(dataDir: string): Promise<Finding> {
  if (dataDir.startsWith('memory://')) {
    return fix(
      'database: embedded, and kept in memory only',
      'unset DATA_DIR or set it to a folder, or set DATABASE_URL',
    );
  }
  try {
    await access(await nearestFolder(resolve(dataDir)), constants.W_OK);
    return ok(`database: embedded, kept in ${dataDir} (fine for one node; set DATABASE_URL for more)`);
  } catch {
    return fix(`database: ${dataDir} cannot be written`, 'give this user the folder, or set DATA_DIR to another');
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
  if (version < oldestVersion) return [fix(`database: ${server} is too old`, 'use Postgres 15 or later')];
  const gist = await number(
    client,
    `SELECT count(*)::int AS found FROM pg_available_extensions WHERE name = 'btree_gist'`,
  );
  if (gist === 0) return [fix(`database: ${server} lacks btree_gist`, 'install the contrib extensions of Postgres')];
  const migrations = await migrationFinding(client);
  return [
    ok(`database: ${server} answers`),
    migrations.finding,
    ...(migrations.schema === 'there' ? await auditLaws(client) : []),
  ];
}

async function migrationFinding(client: Client): Promise<{ schema: 'there' | 'missing'; finding: Finding }> {
  const tables = await number(client, `SELECT (to_regclass('migrations') IS NOT NULL)::int AS found`);
  const applied = tables === 0 ? 0 : await number(client, 'SELECT count(*)::int AS found FROM migrations');
  const pending = allMigrations.length - applied;
  if (pending < 0) {
    const how = 'deploy the version that made this schema, or a later one';
    return { schema: 'missing', finding: fix('migrations: the schema is newer than this code', how) };
  }
  const what = pending === 0 ? `all ${applied} applied` : `${pending} to apply; the next start does it`;
  return { schema: pending === 0 ? 'there' : 'missing', finding: ok(`migrations: ${what}`) };
}

async function auditLaws(client: Client): Promise<Finding[]> {
  await client.query(`SELECT set_config('app.business_id', '*', false)`);
  const findings: Finding[] = [];
  for (const { law, brokenRows } of lawAudits) {
    const broken = await number(client, brokenRows);
    findings.push(
      broken === 0
        ? ok(`law ${law}`)
        : fix(`law ${law}: ${broken} rows break it`, 'look at these rows before anything else, and report it'),
    );
  }
  return findings;
}

async function number(client: Client, query: string): Promise<number> {
  const { rows } = await client.query<{ found: number }>(query);
  return rows[0]?.found ?? 0;
}
