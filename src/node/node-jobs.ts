import { isLoopback } from '../config.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { sumUpCall } from '../jobs/after-call/sum-up-call.ts';
import type { JobMeasures, JobWorkByQueue } from '../jobs/job-loop.ts';
import { giveUpMessage } from '../jobs/messages/give-up-message.ts';
import { sendMessage } from '../jobs/messages/send-message.ts';
import { giveUpReminder } from '../jobs/reminders/give-up-reminder.ts';
import { planReminder } from '../jobs/reminders/plan-reminder.ts';
import { sendReminder } from '../jobs/reminders/send-reminder.ts';
import { eraseOld } from '../jobs/retention/erase-old.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import type { Jobs } from '../jobs/start-jobs.ts';
import { tellWaiting } from '../jobs/waitlist/tell-waiting.ts';
import { deliverWebhook } from '../jobs/webhooks/deliver-webhook.ts';
import { giveUpDelivery } from '../jobs/webhooks/give-up-delivery.ts';
import type { Log } from '../shared/log.ts';
import { createSummarizer } from '../transport/openai/summary-client.ts';
import { twilioAccount } from '../transport/twilio/account.ts';
import { createSmsSender } from '../transport/twilio/sms.ts';
import { createPostWebhook } from '../transport/webhook/post-webhook.ts';

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

/** Nobody waits on the line for a summary. */
const SUMMARY_TIMEOUT_MS = 20_000;

/** The jobs of one node with what they need of the world outside. */
export function startNodeJobs({ measures, ...options }: NodeJobsOptions): Promise<Jobs> {
  const { database, log } = options;
  return startJobs({ database, log, measures, work: workOf(options) });
}

function workOf({ config, log, database, model }: Omit<NodeJobsOptions, 'measures'>): JobWorkByQueue {
  const now = Date.now;
  const { parserModels: models } = config.openai;
  const summarizer = createSummarizer({ ...model, models, timeoutMs: SUMMARY_TIMEOUT_MS, log });
  const post = createPostWebhook({ reach: webhookReach(config) });
  const { smsFrom, retentionDays } = config;
  const account = twilioAccount(config.twilio);
  const sms = account && createSmsSender(account);
  const messages = { database, sms, smsFrom, now };
  return new Map([
    ['webhook-given-up', { run: giveUpDelivery({ database }), atOnce: 1 }],
    ['reminder-given-up', { run: giveUpReminder({ database, now }), atOnce: 1 }],
    ['message-given-up', { run: giveUpMessage(messages), atOnce: 1 }],
    ['after-call', { run: sumUpCall({ database, summarizer, log }), atOnce: 2 }],
    ['webhook', { run: deliverWebhook({ database, post, now }), atOnce: 8 }],
    ['reminder', { run: sendReminder({ database, now }), atOnce: 2 }],
    ['reminder-plan', { run: planReminder({ database, now }), atOnce: 1 }],
    ['message', { run: sendMessage(messages), atOnce: 4 }],
    ['waitlist', { run: tellWaiting({ database, now }), atOnce: 1 }],
    ['retention', { run: eraseOld({ database, retentionDays, now, log }), atOnce: 1 }],
  ]);
}
