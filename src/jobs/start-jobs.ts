import PgBoss from 'pg-boss';
import type { Database } from '../db/database.ts';
import { openJobConnection } from '../db/job-connection.ts';
import type { JobConnection } from '../db/job-connection.ts';
import { jobQueues, jobSchema, queueOptions } from '../db/job-queues.ts';
import type { Log } from '../shared/log.ts';
import { JobLoop } from './job-loop.ts';
import type { JobMeasures, JobWorkByQueue } from './job-loop.ts';

export interface JobsOptions {
  database: Database;
  work: JobWorkByQueue;
  measures: JobMeasures;
  log: Log;
  everyMs?: number;
}

export interface Jobs {
  boss: PgBoss;
  /** Begins what is due now and waits for its end. */
  look(): Promise<void>;
  /** Does all that is due now, and all that comes of it at once. */
  doDue(): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 2_000;
const DRAIN_MS = 10_000;
const MAINTAIN_EVERY_SECONDS = 60;
const DAY_SECONDS = 86_400;

/** The worker of this node. Any number of nodes may work on the same queues: each job is given to one of them. */
export async function startJobs({ database, work, measures, log, everyMs }: JobsOptions): Promise<Jobs> {
  const connection = openJobConnection(database.dataSource);
  const boss = await openBoss(connection, log);
  const dueQueues = () => readDue(connection, [...work.keys()]);
  const loop = new JobLoop({ boss, dueQueues, work, measures, log, everyMs: everyMs ?? LOOK_EVERY_MS });
  loop.start();
  await askForRetention(boss);
  const daily = setInterval(() => void askForRetention(boss).catch(() => undefined), HOUR_MS);
  daily.unref();
  return {
    boss,
    async look() {
      await loop.look();
      await loop.settled();
    },
    async doDue() {
      while ((await dueQueues()).size > 0) {
        await loop.look();
        await loop.settled();
      }
    },
    async stop() {
      clearInterval(daily);
      await loop.stop(DRAIN_MS);
      await boss.stop({ graceful: false });
      await connection.close();
    },
  };
}

const HOUR_MS = 3_600_000;

/** Asked every hour by every node, put into the queue once a day. */
async function askForRetention(boss: PgBoss): Promise<void> {
  await boss.sendThrottled('retention', {}, {}, DAY_SECONDS);
}

async function openBoss(connection: JobConnection, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    db: connection,
    schema: jobSchema,
    schedule: false,
    maintenanceIntervalSeconds: MAINTAIN_EVERY_SECONDS,
    archiveCompletedAfterSeconds: DAY_SECONDS + 60,
    deleteAfterDays: 7,
  });
  boss.on('error', (error) => log.warn('jobs_wait', { error }));
  try {
    await boss.start();
    for (const queue of jobQueues) await boss.createQueue(queue.name, { name: queue.name, ...queueOptions(queue) });
    // A node that comes after one that died has its jobs as soon as their time is over.
    await boss.expire();
    return boss;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

const dueSql = `SELECT name, greatest(0, extract(epoch FROM now() - min(start_after)))::float8 AS waited
  FROM ${jobSchema}.job WHERE name = ANY ($1) AND state < 'active' AND start_after < now() GROUP BY name`;

async function readDue(connection: JobConnection, queues: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await connection.executeSql(dueSql, [queues]);
  return new Map(rows.map(({ name, waited }) => [String(name), Number(waited)]));
}
