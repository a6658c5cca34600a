import { isLoopback } from './config.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { JobMeasures } from './jobs/job-loop.ts';
import { startJobs } from './jobs/start-jobs.ts';
import type { Jobs } from './jobs/start-jobs.ts';
import { deliverWebhook } from './jobs/webhooks/deliver-webhook.ts';
import type { Log } from './shared/log.ts';
import { createPostWebhook } from './transport/webhook/post-webhook.ts';

export interface NodeJobsOptions {
  config: Config;
  log: Log;
  database: Database;
  model: { apiKey: string; baseUrl: string };
  measures: JobMeasures;
}

/** In practice on a loopback address alone events may be sent to this machine itself. */
export const webhookReach = ({ mode, publicUrl }: Config): 'public' | 'loopback' =>
  mode === 'practice' && isLoopback(publicUrl) ? 'loopback' : 'public';

/** The jobs of one node with what they need of the world outside. */
export function startNodeJobs({ config, log, database, measures }: NodeJobsOptions): Promise<Jobs> {
  const now = Date.now;
  const post = createPostWebhook({ reach: webhookReach(config) });
  return startJobs({
    database,
    log,
    measures,
    work: new Map([['webhook', { run: deliverWebhook({ database, post, now }), atOnce: 8 }]]),
  });
}
