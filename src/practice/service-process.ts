import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { AppError } from '../shared/errors.ts';
import { freePort } from './free-port.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KEPT_ENVIRONMENT = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TZ', 'NODE_OPTIONS', 'SystemRoot', 'TEMP'];
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 5000;
const LOG_TAIL = 12;

/** The service as a child process on a free port, with a database that keeps nothing. */
export interface ServiceProcess {
  url: string;
  adminToken: string;
  twilioAuthToken: string;
  /** Lines of its standard output so far. */
  lines: string[];
  stop(): Promise<void>;
}

function collectLines(child: ChildProcess, lines: string[]): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts.filter((line) => line !== ''));
    });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function untilReady(url: string, child: ChildProcess, lines: readonly string[]): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) break;
    const isReady = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await pause(50);
  }
  throw new AppError(
    'practice_failed',
    `The service did not become ready within ${READY_WITHIN_MS / 1000} s: ${lines.slice(-LOG_TAIL).join('\n')}`,
  );
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref())]);
  if (child.exitCode === null) child.kill('SIGKILL');
}

/** Starts the service against a voice model and waits until it is ready. */
export async function startServiceProcess(modelBaseUrl: string): Promise<ServiceProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const adminToken = randomBytes(16).toString('hex');
  const twilioAuthToken = randomBytes(16).toString('hex');
  const kept = Object.fromEntries(KEPT_ENVIRONMENT.map((name) => [name, process.env[name]]));
  const env = {
    ...kept,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    DATA_DIR: 'memory://',
    OPENAI_API_KEY: 'practice',
    OPENAI_BASE_URL: modelBaseUrl,
    TWILIO_AUTH_TOKEN: twilioAuthToken,
    ADMIN_TOKEN: adminToken,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/index.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  collectLines(child, lines);
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  try {
    await untilReady(url, child, lines);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return {
    url,
    adminToken,
    twilioAuthToken,
    lines,
    async stop() {
      process.off('exit', killed);
      await stop(child);
    },
  };
}
