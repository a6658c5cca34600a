import type { WebhookDeliveryRow } from '../../db/entities/webhook-delivery.ts';
import { wallClock } from '../../db/wall-clock.ts';

/** What the receiver reads: the event, when it happened, and the row as it was then. The same at every try. */
export function webhookBody(delivery: WebhookDeliveryRow, timezone: string): string {
  const { type, happenedAt, businessId, subject } = delivery;
  const { startsAt } = subject;
  const clock = typeof startsAt === 'string' ? wallClock(new Date(startsAt), timezone) : {};
  const data = { businessId, ...subject, ...clock };
  return JSON.stringify({ type, timestamp: happenedAt.toISOString(), data });
}
