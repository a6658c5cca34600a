import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { AppError } from '../shared/errors.ts';

export interface EmbeddedPostgres {
  databaseUrl: string;
  stop(): Promise<void>;
}

const cacheDir = fileURLToPath(new URL('../../node_modules/.cache/toran', import.meta.url));

/**
 * Postgres compiled to WebAssembly (PGlite), in a worker thread, on a free loopback port; ready after
 * about 3 s, 1 s where this machine has made one before.
 * It keeps its files under `dataDir`, or nothing where that is `memory://`. It has one connection inside: use a pool of one.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const worker = new Worker(new URL('./embedded-worker.mjs', import.meta.url), {
    workerData: { dataDir: await storagePath(dataDir), cacheDir },
    execArgv: [],
  });
  const { address } = await messageOf(worker, 'listening');
  return {
    databaseUrl: `postgres://postgres:postgres@${address}/postgres?sslmode=disable`,
    stop: async () => {
      const stopped = messageOf(worker, 'stopped');
      worker.postMessage({ kind: 'stop' });
      await stopped;
      await worker.terminate();
    },
  };
}

async function storagePath(dataDir: string): Promise<string> {
  if (dataDir.startsWith('memory://')) return dataDir;
  const path = resolve(join(dataDir, 'postgres'));
  await mkdir(path, { recursive: true });
  return path;
}

interface WorkerMessage {
  kind: string;
  address: string;
}

function messageOf(worker: Worker, kind: string): Promise<WorkerMessage> {
  return new Promise((resolveMessage, reject) => {
    const onMessage = (message: WorkerMessage) => {
      if (message.kind !== kind) return;
      worker.off('message', onMessage);
      worker.off('error', onFault);
      worker.off('exit', onExit);
      resolveMessage(message);
    };
    const onFault = (cause: unknown) => {
      reject(new AppError('database_unavailable', 'The embedded database failed.', { cause }));
    };
    const onExit = () => {
      onFault(new Error('its thread ended'));
    };
    worker.on('message', onMessage);
    worker.on('error', onFault);
    worker.on('exit', onExit);
  });
}
