import type { Database } from '../../db/database.ts';
import { beginDelivery, findDelivery } from '../../db/queries/begin-delivery.ts';
import type { Delivering } from '../../db/queries/begin-delivery.ts';
import { endDelivery } from '../../db/queries/end-delivery.ts';
import { leadIsOnCall } from '../../db/queries/lead-is-on-call.ts';
import { loadBusiness } from '../../db/queries/load-business.ts';
import type { PostWebhook, WebhookAnswer } from '../../transport/webhook/post-webhook.ts';
import { done, idIn, later } from '../job.ts';
import type { JobHandler } from '../job.ts';
import { webhookBody } from './webhook-body.ts';
import { signedHeaders } from './webhook-signature.ts';

export interface WebhookTools {
  database: Database;
  post: PostWebhook;
  now: () => number;
}

/** While the person an event is about is on the phone, it waits: a business's system might write to them during the call. */
const LOOK_AGAIN_MS = 5_000;

class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
}

/** Delivers one event to one address. Tried again under the same id until it was taken, or the queue gives up. */
export function deliverWebhook({ database, post, now }: WebhookTools): JobHandler {
  return async ({ details, attempt }) => {
    const businessId = idIn(details, 'businessId');
    const deliveryId = idIn(details, 'deliveryId');
    const begun = await database.inBusiness(businessId, async (manager) => {
      const waiting = await findDelivery(manager, businessId, deliveryId);
      const leadId = waiting?.leadId ?? null;
      if (leadId !== null && (await leadIsOnCall(manager, businessId, { leadId, now: now() }))) return 'onCall';
      const delivering = await beginDelivery(manager, businessId, deliveryId);
      const business = await loadBusiness(manager, businessId);
      return delivering && business ? { ...delivering, timezone: business.timezone } : null;
    });
    if (begun === 'onCall') return later(now() + LOOK_AGAIN_MS);
    if (begun === null) return done;
    const answer = await post(signedPost(begun, now()));
    const end = endOf(answer, attempt);
    await database.inBusiness(businessId, (manager) => endDelivery(manager, businessId, { deliveryId, ...end }));
    if (end.status === 'waiting') throw new NotDelivered(end.error ?? 'not delivered');
    return done;
  };
}

function signedPost({ delivery, webhook, timezone }: Delivering & { timezone: string }, now: number) {
  const body = webhookBody(delivery, timezone);
  const headers = signedHeaders({ id: `msg_${delivery.id}`, secret: webhook.secret, body, now });
  return {
    url: webhook.url,
    headers: { 'content-type': 'application/json', 'user-agent': 'Toran-Webhooks/1', ...headers },
    body,
  };
}

const GONE = 410;

function endOf(answer: WebhookAnswer, attempt: 'last' | 'more') {
  const isLast = attempt === 'last';
  if (answer.kind === 'failed') {
    const status = isLast || answer.reason === 'forbiddenAddress' ? ('dead' as const) : ('waiting' as const);
    return { status, answered: null, error: answer.reason };
  }
  const { status: answered } = answer;
  if (answered >= 200 && answered < 300) return { status: 'delivered' as const, answered, error: null };
  const status = isLast || answered === GONE ? ('dead' as const) : ('waiting' as const);
  return { status, answered, error: `answered ${answered}` };
}
