import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/**
 * Gives tasks to processes of their own, one a core, each the next as soon as it is done with the last: outside of jest's
 * sandbox, in which every look at a global costs, the closed model is four times as fast.
 */
export async function sharedOut<Task, Result>(
  worker: URL,
  tasks: readonly Task[],
  took: (result: Result, task: Task) => void,
): Promise<void> {
  const open = [...tasks];
  const workers = Array.from({ length: Math.min(availableParallelism(), tasks.length) }, () =>
    oneWorker(worker, () => open.shift(), took),
  );
  try {
    await Promise.all(workers.map(({ over }) => over));
  } finally {
    for (const { stop } of workers) stop();
  }
}

/** The other end: what a worker's file does with each task. */
export function doTasks<Task, Result>(work: (task: Task) => Promise<Result> | Result): void {
  process.on('message', (task: Task) => {
    void (async () => process.send?.({ result: await work(task) }))().catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    });
  });
  process.send?.({ ready: true });
}

function oneWorker<Task, Result>(
  file: URL,
  next: () => Task | undefined,
  took: (result: Result, task: Task) => void,
): { over: Promise<void>; stop: () => void } {
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  const child = fork(fileURLToPath(file), { execArgv: ['--import', 'tsx'], env });
  const over = new Promise<void>((resolve, reject) => {
    let task: Task | undefined;
    child.on('message', (message: { result: Result } | { ready: true }) => {
      if ('result' in message && task !== undefined) took(message.result, task);
      task = next();
      if (task === undefined) resolve();
      else child.send(task as object);
    });
    child.on('error', reject);
    child.on('exit', (code) => void (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
  return { over, stop: () => void child.kill() };
}
