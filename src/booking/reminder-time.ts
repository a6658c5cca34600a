import type { Schedule } from './schedule.ts';
import { lastSendingTime, nextSendingTime } from './sending-hours.ts';
import { MINUTE_MS } from './wall-clock.ts';

const HOUR_MS = 60 * MINUTE_MS;
const USUAL_HOURS_BEFORE = 24;
/** A reminder any later than this is of no use. */
export const LATEST_BEFORE_MS = 30 * MINUTE_MS;
/** It may wait for the morning while so much time is left. */
const WAITS_UNTIL_BEFORE_MS = 60 * MINUTE_MS;

/**
 * When to remind of an appointment: as long before as the business wants; where that is past, two hours, then half an hour before.
 * Never at night or on a day of rest: then in the next morning, or, where that is too near, before that night. Null: too late.
 */
export function reminderTime(schedule: Schedule, { startsAt, now }: { startsAt: number; now: number }): number | null {
  const usual = (schedule.reminderHoursBefore ?? USUAL_HOURS_BEFORE) * HOUR_MS;
  const wanted = [usual, 2 * HOUR_MS, LATEST_BEFORE_MS]
    .map((before) => startsAt - before)
    .filter((at) => at > now)
    .sort((a, b) => a - b)[0];
  if (wanted === undefined) return null;
  const next = nextSendingTime(schedule, wanted);
  if (next <= startsAt - WAITS_UNTIL_BEFORE_MS || next === wanted) return next;
  const last = lastSendingTime(schedule, wanted);
  if (last > now) return last;
  return next <= startsAt - LATEST_BEFORE_MS ? next : null;
}
