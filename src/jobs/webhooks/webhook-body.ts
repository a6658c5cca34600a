import { clockOf } from '../../booking/zone-clock.ts';
import { dateOf, DAY_MS, MINUTE_MS, timeOf } from '../../booking/wall-clock.ts';
import type { WebhookDeliveryRow } from '../../db/entities/webhook-delivery.ts';

/** What the receiver reads: the event, when it happened, and the row as it was then. The same at every try. */
export function webhookBody(delivery: WebhookDeliveryRow, timezone: string): string {
  const { type, happenedAt, businessId, subject } = delivery;
  const data = { businessId, ...subject, ...wallClock(subject['startsAt'], timezone) };
  return JSON.stringify({ type, timestamp: happenedAt.toISOString(), data });
}

function wallClock(startsAt: unknown, timezone: string): { date: string; time: string } | undefined {
  if (typeof startsAt !== 'string') return undefined;
  const at = Date.parse(startsAt);
  const local = at + clockOf(timezone).aheadMsAt(at);
  const day = Math.floor(local / DAY_MS);
  return { date: dateOf(day), time: timeOf(Math.floor((local - day * DAY_MS) / MINUTE_MS)) };
}
