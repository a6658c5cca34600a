import type { EntityManager } from 'typeorm';
import { LATEST_BEFORE_MS } from '../../booking/reminder-time.ts';
import type { Schedule } from '../../booking/schedule.ts';
import { nextSendingTime } from '../../booking/sending-hours.ts';
import { leadIsOnCall } from '../../db/queries/lead-is-on-call.ts';

export type SendingTime = { kind: 'now' } | { kind: 'later'; at: number } | { kind: 'never'; note: string };

const LOOK_AGAIN_MS = 30_000;

/** Whether this lead may be written to now: never during a call, at night, on a day of rest, or of a time that is past. */
export async function sendingTime(
  manager: EntityManager,
  schedule: Schedule,
  { businessId, leadId, startsAt, now }: { businessId: string; leadId: string; startsAt: Date; now: number },
): Promise<SendingTime> {
  if (startsAt.getTime() <= now) return { kind: 'never', note: 'too_late' };
  if (await leadIsOnCall(manager, businessId, { leadId, now })) return { kind: 'later', at: now + LOOK_AGAIN_MS };
  const next = nextSendingTime(schedule, now);
  if (next <= now) return { kind: 'now' };
  if (next <= startsAt.getTime() - LATEST_BEFORE_MS) return { kind: 'later', at: next };
  return { kind: 'never', note: 'quiet_hours' };
}
