import { freeStartsIn, stretchesOn } from './day-grid.ts';
import type { BusyRange, Schedule, TakenRange } from './schedule.ts';
import { seatTimes, type SeatTime } from './seats.ts';
import { timetableOf } from './timetable.ts';
import { DAY_MS, MINUTE_MS, dayOf } from './wall-clock.ts';
import { clockOf, firstInstant, type ZoneClock } from './zone-clock.ts';

/** First and last day that may be booked, as days since 1970-01-01 in the business's zone; today counts as day 0 of the window. */
export function bookableDays(schedule: Schedule, now: number): { first: number; last: number } {
  const today = localDay(clockOf(schedule.timezone), now);
  const range = schedule.bookingRange ?? null;
  if (range === null) return { first: today, last: today + schedule.bookingWindowDays };
  return { first: Math.max(today, dayOf(range.from) ?? today), last: dayOf(range.until) ?? today };
}

/** The stretch of time in which busy ranges can matter to any answer asked at `now`: load these and no others. */
export function bookableRange(schedule: Schedule, now: number): BusyRange {
  const { first, last } = bookableDays(schedule, now);
  const end = firstInstant(clockOf(schedule.timezone), (Math.max(first, last) + 2) * DAY_MS).at;
  return { from: now - schedule.bufferBeforeMin * MINUTE_MS, until: end + schedule.bufferAfterMin * MINUTE_MS };
}

/** The search for free time over many days. */
export interface FreeTime {
  now: number;
  seats: readonly SeatTime[];
}

export function freeTimeOf({
  schedule,
  now,
  busy,
}: {
  schedule: Schedule;
  now: number;
  busy: readonly TakenRange[];
}): FreeTime {
  return { now, seats: seatTimes(schedule, busy) };
}

/** Minutes of the wall clock at which an appointment may start on a day with anybody, in order. */
export function freeMinutesOn(day: number, { now, seats }: FreeTime): number[] {
  const [only, ...others] = seats;
  if (only === undefined) return [];
  const minutes = freeMinutesAt(only, day, now);
  if (others.length === 0) return minutes;
  const all = new Set(minutes);
  for (const seat of others) for (const minute of freeMinutesAt(seat, day, now)) all.add(minute);
  return [...all].sort((a, b) => a - b);
}

/* Of a time that happens twice, only the first. */
function freeMinutesAt({ schedule, busy }: SeatTime, day: number, now: number): number[] {
  const clock = clockOf(schedule.timezone);
  const starts = freeStartsIn(stretchesOn(timetableOf(schedule), clock, day), {
    stepMs: schedule.slotIntervalMinutes * MINUTE_MS,
    durationMs: schedule.slotSizeMin * MINUTE_MS,
    earliest: now + schedule.minNoticeMin * MINUTE_MS,
    busy,
  });
  return starts.filter((at) => isFirst(clock, at)).map((at) => localMinute(clock, at, day));
}

function localDay(clock: ZoneClock, at: number): number {
  return Math.floor((at + clock.aheadMsAt(at)) / DAY_MS);
}

function localMinute(clock: ZoneClock, at: number, day: number): number {
  return (at + clock.aheadMsAt(at) - day * DAY_MS) / MINUTE_MS;
}

function isFirst(clock: ZoneClock, at: number): boolean {
  return firstInstant(clock, at + clock.aheadMsAt(at)).at === at;
}
