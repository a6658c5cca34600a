import type PgBoss from 'pg-boss';
import type { JobQueueName } from '../db/job-queues.ts';
import type { Log } from '../shared/log.ts';
import type { JobDetails, JobEnd, JobHandler } from './job.ts';

export interface JobWork {
  run: JobHandler;
  /** How many of this queue this node does at the same time. */
  atOnce: number;
}

export type JobWorkByQueue = ReadonlyMap<JobQueueName, JobWork>;

export interface JobMeasures {
  ended(queue: string, outcome: 'done' | 'later' | 'failed'): void;
  /** How long the oldest job that is due has waited. */
  waited(queue: string, seconds: number): void;
}

export interface JobLoopOptions {
  boss: PgBoss;
  /** Seconds the oldest due job of each queue has waited; queues with nothing due are left out. */
  dueQueues(): Promise<ReadonlyMap<string, number>>;
  work: JobWorkByQueue;
  measures: JobMeasures;
  log: Log;
  everyMs: number;
}

type FetchedJob = PgBoss.JobWithMetadata<JobDetails>;

/**
 * Looks every so often, with one statement, which queues have something due, and does it. pg-boss's own workers ask for each
 * queue apart and leave the promise that ends a job unwatched, so that a lost database would end the process.
 */
export class JobLoop {
  readonly #options: JobLoopOptions;
  readonly #running = new Map<string, Set<Promise<void>>>();
  #state: 'idle' | 'looking' | 'stopped' = 'idle';
  #timer: NodeJS.Timeout | undefined;

  constructor(options: JobLoopOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), this.#options.everyMs);
    this.#timer.unref();
  }

  /** Begins every job that is due now and that this node has a hand free for. */
  async look(): Promise<void> {
    if (this.#state !== 'idle') return;
    this.#state = 'looking';
    try {
      const due = await this.#options.dueQueues();
      for (const [queue, work] of this.#options.work) {
        this.#options.measures.waited(queue, due.get(queue) ?? 0);
        if (due.has(queue)) await this.#begin(queue, work);
      }
    } catch (error) {
      this.#options.log.warn('jobs_wait', { error });
    } finally {
      this.#rest();
    }
  }

  /** Resolves once every job begun by this node has ended. */
  async settled(): Promise<void> {
    while (this.#all().length > 0) await Promise.all(this.#all());
  }

  /** Begins nothing more; waits for what is under way. */
  async stop(limitMs: number): Promise<void> {
    clearInterval(this.#timer);
    this.#state = 'stopped';
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
    await Promise.race([this.settled(), limit]);
    clearTimeout(timer);
  }

  #rest(): void {
    if (this.#state === 'looking') this.#state = 'idle';
  }

  #all(): Promise<void>[] {
    return [...this.#running.values()].flatMap((jobs) => [...jobs]);
  }

  async #begin(queue: JobQueueName, work: JobWork): Promise<void> {
    const running = this.#running.get(queue) ?? new Set();
    this.#running.set(queue, running);
    const batchSize = work.atOnce - running.size;
    if (batchSize <= 0) return;
    const jobs = await this.#options.boss.fetch<JobDetails>(queue, { batchSize, includeMetadata: true });
    for (const job of jobs) {
      const under = this.#do(queue, { job, run: work.run }).finally(() => {
        running.delete(under);
        return this.look();
      });
      running.add(under);
    }
  }

  async #do(queue: JobQueueName, { job, run }: { job: FetchedJob; run: JobHandler }): Promise<void> {
    const { boss, log, measures } = this.#options;
    try {
      const attempt = job.retryCount >= job.retryLimit ? 'last' : 'more';
      const end = await run({ details: job.data, attempt });
      await this.#finish(queue, job, end);
      measures.ended(queue, end.kind);
    } catch (error) {
      log.warn('job_failed', { queue, job: job.id, tried: job.retryCount + 1, error });
      measures.ended(queue, 'failed');
      // Where even that cannot be written, the job is given out anew when its time is over.
      await boss.fail(queue, job.id, nameOf(error)).catch(() => undefined);
    }
  }

  async #finish(queue: JobQueueName, job: FetchedJob, end: JobEnd): Promise<void> {
    const { boss } = this.#options;
    if (end.kind === 'later') await boss.send(queue, job.data, { startAfter: end.at });
    await boss.complete(queue, job.id);
  }
}

/** A message may hold what a person said or is, so the queue keeps the kind of fault alone. */
function nameOf(error: unknown): { fault: string } {
  return { fault: error instanceof Error ? error.name : typeof error };
}
