import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const KEPT_ENVIRONMENT = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TZ', 'SystemRoot', 'TEMP'];
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 8000;
const TAIL_LINES = 12;

const packageFile = z.object({ scripts: z.object({ start: z.string().startsWith('node ') }) });

export interface ServerCommand {
  /** Arguments of `node`. */
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Any answer from here means that it is ready; a server that says 5xx is not. */
  readyUrl: string;
}

/** A server under test, alone in its process. */
export interface ServerProcess {
  pid: number;
  /** Its last lines of output. */
  lines: readonly string[];
  stop(): Promise<void>;
}

/** The arguments `npm start` gives to node; the last one is the program. */
export function startArguments(): string[] {
  const { scripts } = packageFile.parse(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')));
  return scripts.start.split(/\s+/u).slice(1);
}

/** Starts a server and waits until it answers. */
export async function startServer({ args, env, readyUrl }: ServerCommand): Promise<ServerProcess> {
  const kept = Object.fromEntries(KEPT_ENVIRONMENT.map((name) => [name, process.env[name]]));
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...kept, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = tailOf(child);
  const killed = (): void => void child.kill('SIGKILL');
  process.once('exit', killed);
  const stop = async (): Promise<void> => {
    await end(child);
    process.off('exit', killed);
  };
  try {
    await untilReady(child, readyUrl);
  } catch (error) {
    await stop();
    throw new AppError('practice_failed', `A server did not start:\n${lines.join('\n')}`, { cause: error });
  }
  return { pid: child.pid ?? 0, lines, stop };
}

function tailOf(child: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.split('\n').filter((line) => line !== ''));
      lines.splice(0, lines.length - TAIL_LINES);
    });
  }
  return lines;
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const status = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.status,
      () => 503,
    );
    if (status < 500) return;
    await pause(50);
  }
  throw new AppError('practice_failed', `${url} does not answer.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
