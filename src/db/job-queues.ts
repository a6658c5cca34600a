/** What a queue does with a job that fails: the pause doubles with each try. A job that takes longer than `expireInSeconds` is given out anew. */
export interface JobQueue {
  name: JobQueueName;
  retryLimit: number;
  retryDelay: number;
  expireInSeconds: number;
  /** The queue that is told of a job that failed at every try, or whose worker was lost at the last of them. */
  deadLetter?: JobQueueName;
}

export type JobQueueName =
  | 'webhook-given-up'
  | 'reminder-given-up'
  | 'message-given-up'
  | 'after-call'
  | 'webhook'
  | 'reminder'
  | 'reminder-plan'
  | 'message'
  | 'waitlist'
  | 'retention';

/** The schema that pg-boss keeps its tables in. */
export const jobSchema = 'pgboss';

/** Every queue there is; one that others name as their dead letter comes before them. */
export const jobQueues: readonly JobQueue[] = [
  { name: 'webhook-given-up', retryLimit: 5, retryDelay: 5, expireInSeconds: 60 },
  { name: 'reminder-given-up', retryLimit: 5, retryDelay: 5, expireInSeconds: 60 },
  { name: 'message-given-up', retryLimit: 5, retryDelay: 5, expireInSeconds: 60 },
  { name: 'after-call', retryLimit: 5, retryDelay: 5, expireInSeconds: 120 },
  // 5 s, 10 s, 20 s … about 11 hours in all.
  { name: 'webhook', retryLimit: 12, retryDelay: 5, expireInSeconds: 60, deadLetter: 'webhook-given-up' },
  { name: 'reminder', retryLimit: 5, retryDelay: 5, expireInSeconds: 60, deadLetter: 'reminder-given-up' },
  { name: 'reminder-plan', retryLimit: 5, retryDelay: 5, expireInSeconds: 60 },
  { name: 'message', retryLimit: 5, retryDelay: 10, expireInSeconds: 60, deadLetter: 'message-given-up' },
  { name: 'waitlist', retryLimit: 5, retryDelay: 5, expireInSeconds: 60 },
  { name: 'retention', retryLimit: 3, retryDelay: 60, expireInSeconds: 900 },
];

const daysKept = 14;

/** A queue as `pgboss.create_queue` takes it; `enqueue_job` reads these values, so none may be missing. */
export function queueOptions({ name: _, ...options }: JobQueue) {
  return { policy: 'standard', retryBackoff: true, retentionMinutes: daysKept * 24 * 60, ...options } as const;
}
