import type PgBoss from 'pg-boss';
import type { JobQueueName } from '../../src/db/job-queues.ts';
import type { Database } from '../../src/db/database.ts';
import type { JobWorkByQueue } from '../../src/jobs/job-loop.ts';
import type { JobHandler } from '../../src/jobs/job.ts';
import { MessageEntity } from '../../src/db/entities/message.ts';
import type { MessageRow } from '../../src/db/entities/message.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import type { Jobs } from '../../src/jobs/start-jobs.ts';
import type { Salon } from '../db/salon.ts';
import { rememberedLog } from '../support/remembered-log.ts';

export interface JobsBench extends Jobs {
  lines: Record<string, unknown>[];
  /** Queue and outcome of every job that ended, in order. */
  ended: string[];
}

/** The real queues with this work; nothing is looked for by itself, so a test says `doDue`. */
export async function jobsOnABench(
  database: Database,
  work: Partial<Record<JobQueueName, JobHandler>>,
): Promise<JobsBench> {
  const { log, lines } = rememberedLog();
  const ended: string[] = [];
  const byQueue: JobWorkByQueue = new Map(
    Object.entries(work).map(([queue, run]) => [queue as JobQueueName, { run, atOnce: 4 }]),
  );
  const jobs = await startJobs({
    database,
    work: byQueue,
    log,
    everyMs: 3_600_000,
    measures: { ended: (queue, outcome) => void ended.push(`${queue} ${outcome}`), waited: () => undefined },
  });
  return { ...jobs, lines, ended };
}

export interface WaitingJob {
  name: string;
  data: Record<string, string>;
  state: string;
  startAfter: Date;
}

/** What is in the queues and not done, oldest first; `retention` is left out. */
export async function waitingJobs(database: Database, businessId: string): Promise<WaitingJob[]> {
  return database.dataSource.query<WaitingJob[]>(
    `SELECT name, data, state::text AS state, start_after AS "startAfter" FROM pgboss.job
     WHERE data ->> 'businessId' = $1 AND state < 'completed' ORDER BY created_on, name`,
    [businessId],
  );
}

/** Makes every waiting job of a business due now, as if the time had passed. */
export async function letTimePass(database: Database, businessId: string): Promise<void> {
  await database.dataSource.query(
    `UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE data ->> 'businessId' = $1 AND state < 'active'`,
    [businessId],
  );
}

/** As if the node that has these jobs died long ago: they are given out anew. */
export async function loseWorker(database: Database, boss: PgBoss): Promise<void> {
  await database.dataSource.query(`UPDATE pgboss.job SET started_on = now() - interval '1 day' WHERE state = 'active'`);
  await boss.expire();
}

/** Every message of a salon, oldest first. */
export function messagesOf({ id, database }: Salon): Promise<MessageRow[]> {
  return database.inBusiness(id, (manager) =>
    manager.find(MessageEntity, { where: { businessId: id }, order: { createdAt: 'ASC' } }),
  );
}
