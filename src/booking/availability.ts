import { bookableDays, freeMinutesOn } from './bookable-days.ts';
import { bufferedRange, joinBusy, overlaps } from './busy.ts';
import { onGrid, stretchesOn } from './day-grid.ts';
import type { AvailabilityStatus, BusyRange, Refusal, Schedule } from './schedule.ts';
import { timetableOf } from './timetable.ts';
import { DAY_MS, MINUTE_MS, dayOf, minuteOf, timeOf } from './wall-clock.ts';
import { clockOf, firstInstant } from './zone-clock.ts';

export { alternatives } from './alternatives.ts';
export { bookableRange } from './bookable-days.ts';
export { bufferedRange } from './busy.ts';

export interface DayQuery {
  schedule: Schedule;
  /** What is taken, buffers included; any order. For alternatives as far as `bookableRange` reaches. */
  busy: readonly BusyRange[];
  /** Epoch milliseconds. */
  now: number;
  /** `YYYY-MM-DD` in the business's zone. */
  date: string;
}

export interface SlotQuery extends DayQuery {
  /** `HH:MM` in the business's zone. */
  time: string;
}

/** The instants are there wherever the date and time exist, also with a refusal. */
export interface SlotAnswer {
  status: AvailabilityStatus;
  startsAt: number | null;
  endsAt: number | null;
}

/** May this time be booked, and if not, why not: the first reason in contract §5's order. Of a time that happens twice, the first. */
export function checkSlot(query: SlotQuery): SlotAnswer {
  const { schedule } = query;
  const day = dayOf(query.date);
  const minute = minuteOf(query.time);
  if (day === null || minute === null) return { status: 'bad_time', startsAt: null, endsAt: null };
  const start = firstInstant(clockOf(schedule.timezone), day * DAY_MS + minute * MINUTE_MS);
  if (start.kind === 'skipped') return { status: 'bad_time', startsAt: null, endsAt: null };
  const asked = { ...query, day, startsAt: start.at, endsAt: start.at + schedule.slotSizeMin * MINUTE_MS };
  const status = outsideWindow(asked) ?? againstHours(asked) ?? whereTaken(asked) ?? 'available';
  return { status, startsAt: asked.startsAt, endsAt: asked.endsAt };
}

/** `HH:MM` of every free start of a day, in order; empty for a day that cannot be booked. */
export function daySlots({ schedule, busy, now, date }: DayQuery): string[] {
  const day = dayOf(date);
  const { first, last } = bookableDays(schedule, now);
  if (day === null || day < first || day > last) return [];
  return freeMinutesOn(day, { schedule, now, busy: joinBusy(busy, schedule) }).map(timeOf);
}

interface AskedSlot extends DayQuery {
  day: number;
  startsAt: number;
  endsAt: number;
}

function outsideWindow({ schedule, now, day, startsAt }: AskedSlot): Refusal | null {
  if (startsAt < now) return 'past';
  if (startsAt < now + schedule.minNoticeMin * MINUTE_MS) return 'too_soon';
  return day > bookableDays(schedule, now).last ? 'too_far' : null;
}

function againstHours({ schedule, day, startsAt, endsAt }: AskedSlot): Refusal | null {
  const stretches = stretchesOn(timetableOf(schedule), clockOf(schedule.timezone), day);
  if (stretches.length === 0) return 'closed_day';
  const open = stretches.find(({ from, until }) => startsAt >= from && startsAt < until);
  if (open === undefined || endsAt > open.closes) return 'outside_hours';
  return onGrid(open.anchor, schedule.slotIntervalMinutes * MINUTE_MS, startsAt) === startsAt ? null : 'off_grid';
}

function whereTaken({ schedule, busy, startsAt, endsAt }: AskedSlot): Refusal | null {
  const footprint = bufferedRange(schedule, startsAt, endsAt);
  return busy.some((range) => overlaps(range, footprint)) ? 'taken' : null;
}
