import { bookableDays, freeMinutesOn, freeTimeOf } from './bookable-days.ts';
import { bufferedRange, overlaps } from './busy.ts';
import { onGrid, stretchesOn } from './day-grid.ts';
import type { AvailabilityStatus, Refusal, Schedule, TakenRange } from './schedule.ts';
import { seatsOf, takenAt, type Seat } from './seats.ts';
import { timetableOf } from './timetable.ts';
import { DAY_MS, MINUTE_MS, dayOf, minuteOf, timeOf } from './wall-clock.ts';
import { clockOf, firstInstant } from './zone-clock.ts';

export { alternatives } from './alternatives.ts';
export { bookableRange } from './bookable-days.ts';
export { bufferedRange } from './busy.ts';

export interface DayQuery {
  schedule: Schedule;
  /** What is taken, buffers included; any order. For alternatives as far as `bookableRange` reaches. */
  busy: readonly TakenRange[];
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
  /** Who is free then, the preferred first; empty where the business names no resources. */
  resourceIds: readonly string[];
}

/** May this time be booked, and if not, why not: the first reason in contract §5's order. Of a time that happens twice, the first. */
export function checkSlot(query: SlotQuery): SlotAnswer {
  const { schedule } = query;
  const day = dayOf(query.date);
  const minute = minuteOf(query.time);
  if (day === null || minute === null) return BAD_TIME;
  const start = firstInstant(clockOf(schedule.timezone), day * DAY_MS + minute * MINUTE_MS);
  if (start.kind === 'skipped') return BAD_TIME;
  const asked = { ...query, day, startsAt: start.at, endsAt: start.at + schedule.slotSizeMin * MINUTE_MS };
  const { startsAt, endsAt } = asked;
  const refusal = outsideWindow(asked);
  if (refusal !== null) return { status: refusal, startsAt, endsAt, resourceIds: [] };
  return { startsAt, endsAt, ...withAnybody(asked) };
}

const BAD_TIME: SlotAnswer = { status: 'bad_time', startsAt: null, endsAt: null, resourceIds: [] };

/** `HH:MM` of every free start of a day, in order; empty for a day that cannot be booked. */
export function daySlots({ schedule, busy, now, date }: DayQuery): string[] {
  const day = dayOf(date);
  const { first, last } = bookableDays(schedule, now);
  if (day === null || day < first || day > last) return [];
  return freeMinutesOn(day, freeTimeOf({ schedule, now, busy })).map(timeOf);
}

interface AskedSlot extends DayQuery {
  day: number;
  startsAt: number;
  endsAt: number;
}

function outsideWindow({ schedule, now, day, startsAt }: AskedSlot): Refusal | null {
  if (startsAt < now) return 'past';
  const { first, last } = bookableDays(schedule, now);
  if (startsAt < now + schedule.minNoticeMin * MINUTE_MS || day < first) return 'too_soon';
  return day > last ? 'too_far' : null;
}

/** From the answer of somebody who is not there that day to that of somebody who could take it. */
const NEARER = ['closed_day', 'outside_hours', 'off_grid', 'taken', 'available'] as const;

/** The best answer of anybody: a time is taken only where all who could take it then are. */
function withAnybody(asked: AskedSlot): Pick<SlotAnswer, 'status' | 'resourceIds'> {
  let best = 0;
  const resourceIds = new Set<string>();
  for (const seat of seatsOf(asked.schedule)) {
    const status = againstHours(asked, seat.schedule) ?? whereTaken(asked, seat) ?? 'available';
    best = Math.max(best, NEARER.indexOf(status));
    if (status === 'available' && seat.resourceId !== null) resourceIds.add(seat.resourceId);
  }
  return { status: NEARER[best] ?? 'closed_day', resourceIds: [...resourceIds] };
}

function againstHours({ day, startsAt, endsAt }: AskedSlot, schedule: Schedule) {
  const stretches = stretchesOn(timetableOf(schedule), clockOf(schedule.timezone), day);
  if (stretches.length === 0) return 'closed_day';
  const open = stretches.find(({ from, until }) => startsAt >= from && startsAt < until);
  if (open === undefined || endsAt > open.closes) return 'outside_hours';
  return onGrid(open.anchor, schedule.slotIntervalMinutes * MINUTE_MS, startsAt) === startsAt ? null : 'off_grid';
}

function whereTaken({ schedule, busy, startsAt, endsAt }: AskedSlot, seat: Seat) {
  const footprint = bufferedRange(schedule, startsAt, endsAt);
  return takenAt(seat, busy).some((range) => overlaps(range, footprint)) ? 'taken' : null;
}
