/** What a queue does with a job that fails: the pause doubles with each try. A job that takes longer than `expireInSeconds` is given out anew. */
export interface JobQueue {
  name: JobQueueName;
  retryLimit: number;
  retryDelay: number;
  expireInSeconds: number;
}

export type JobQueueName =
  'after-call' | 'webhook' | 'reminder' | 'reminder-plan' | 'message' | 'waitlist' | 'retention';

/** The schema that pg-boss keeps its tables in. */
export const jobSchema = 'pgboss';

/** Every queue there is. */
export const jobQueues: readonly JobQueue[] = [
  { name: 'after-call', retryLimit: 5, retryDelay: 5, expireInSeconds: 120 },
  // 5 s, 10 s, 20 s … about 11 hours in all.
  { name: 'webhook', retryLimit: 12, retryDelay: 5, expireInSeconds: 60 },
  { name: 'reminder', retryLimit: 5, retryDelay: 5, expireInSeconds: 60 },
  { name: 'reminder-plan', retryLimit: 5, retryDelay: 5, expireInSeconds: 60 },
  { name: 'message', retryLimit: 5, retryDelay: 10, expireInSeconds: 60 },
  { name: 'waitlist', retryLimit: 5, retryDelay: 5, expireInSeconds: 60 },
  { name: 'retention', retryLimit: 3, retryDelay: 60, expireInSeconds: 900 },
];

const daysKept = 14;

/** A queue as `pgboss.create_queue` takes it; `enqueue_job` reads these values, so none may be missing. */
export function queueOptions({ retryLimit, retryDelay, expireInSeconds }: JobQueue) {
  const retentionMinutes = daysKept * 24 * 60;
  return { policy: 'standard', retryLimit, retryDelay, retryBackoff: true, expireInSeconds, retentionMinutes } as const;
}
