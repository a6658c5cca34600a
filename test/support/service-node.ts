import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { startArguments } from '../../src/cli/bench/server-process.ts';
import { freePort } from '../../src/practice/free-port.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KEPT = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TZ'];
const READY_WITHIN_MS = 180_000;
const LAST_WORDS = 40;

/** None of them outlives this program. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export interface NodeSettings {
  name: string;
  /** Its own loopback address where left out. */
  publicUrl?: string;
  databaseUrl: string;
  modelBaseUrl: string;
  twilioAuthToken: string;
  adminToken: string;
  env?: Record<string, string>;
  nodeFlags?: readonly string[];
}

/** One service process of several that share an address and a database. */
export class ServiceNode {
  readonly name: string;
  readonly lines: string[] = [];
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(name: string, port: number, child: ChildProcess) {
    this.name = name;
    this.port = port;
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) if (stream) this.#keepLines(stream);
  }

  /** Resolves when it is ready. */
  static async start(settings: NodeSettings): Promise<ServiceNode> {
    const port = await freePort();
    const kept = Object.fromEntries(KEPT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
    const env = {
      ...kept,
      NODE_ID: settings.name,
      PORT: String(port),
      PUBLIC_URL: settings.publicUrl ?? `http://127.0.0.1:${port}`,
      DATABASE_URL: settings.databaseUrl,
      DATA_DIR: 'memory://',
      OPENAI_API_KEY: 'practice',
      OPENAI_BASE_URL: settings.modelBaseUrl,
      TWILIO_AUTH_TOKEN: settings.twilioAuthToken,
      ADMIN_TOKEN: settings.adminToken,
      ...settings.env,
    };
    const child = spawn(process.execPath, [...(settings.nodeFlags ?? []), ...startArguments()], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const node = new ServiceNode(settings.name, port, child);
    running.add(child);
    child.once('exit', () => running.delete(child));
    await node.#ready();
    return node;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends at once, in the middle of whatever it does. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  signal(signal: 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void {
    this.#child.kill(signal);
  }

  /** The exit code, now or when it comes. */
  async exited(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
    return this.#child.exitCode;
  }

  events(name: string): string[] {
    return this.lines.filter((line) => line.includes(`"event":"${name}"`));
  }

  #keepLines(input: Readable): void {
    createInterface({ input }).on('line', (line) => this.lines.push(line));
  }

  async #ready(): Promise<void> {
    const until = performance.now() + READY_WITHIN_MS;
    while (performance.now() < until && this.#child.exitCode === null) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const ended = this.#child.exitCode === null ? 'still starts' : `ended with code ${this.#child.exitCode}`;
    await this.kill();
    throw new Error(`${this.name} did not become ready, it ${ended}:\n${this.lines.slice(-LAST_WORDS).join('\n')}`);
  }
}
