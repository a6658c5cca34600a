import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../src/practice/free-port.ts';

export interface Service {
  url: string;
  adminToken: string;
  /** Asks the REST API as the administrator. */
  ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const adminToken = 'the-token-of-the-console-tests-0001';

/** `npm start` with nothing configured but a free port, in memory: practice mode, the built console at `/`. */
export async function startService(settings: Readonly<Record<string, string>> = {}): Promise<Service> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/index.ts'], {
    cwd: repository,
    env: { PATH, HOME, PORT: String(port), DATA_DIR: 'memory://', ADMIN_TOKEN: adminToken, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await listening(child);
  return { url, adminToken, ask: asker(url), stop: () => stopped(child) };
}

/** Until the service says so itself. */
function listening(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer): void => {
      said.push(text.toString());
      if (text.includes('"event":"listening"')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`the service did not start: ${said.join('').slice(-2_000)}`)));
  });
}

const asker =
  (url: string): Service['ask'] =>
  async (method, path, body) => {
    const send = () =>
      fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    let response = await send();
    // A busy machine has a busy database; it was given its time to answer and did nothing.
    for (let again = 0; again < 5 && response.status === 503; again += 1) response = await send();
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  };

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // The second signal does not wait for calls that are on the line.
  child.kill('SIGTERM');
  child.kill('SIGTERM');
  await ended;
}
