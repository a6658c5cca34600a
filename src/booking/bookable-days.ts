import { freeStartsIn, stretchesOn } from './day-grid.ts';
import type { BusyRange, Schedule } from './schedule.ts';
import { timetableOf } from './timetable.ts';
import { DAY_MS, MINUTE_MS } from './wall-clock.ts';
import { clockOf, firstInstant, type ZoneClock } from './zone-clock.ts';

/** First and last day that may be booked, as days since 1970-01-01 in the business's zone; today counts as day 0 of the window. */
export function bookableDays(schedule: Schedule, now: number): { first: number; last: number } {
  const today = localDay(clockOf(schedule.timezone), now);
  return { first: today, last: today + schedule.bookingWindowDays };
}

/** The stretch of time in which busy ranges can matter to any answer asked at `now`: load these and no others. */
export function bookableRange(schedule: Schedule, now: number): BusyRange {
  const { last } = bookableDays(schedule, now);
  const end = firstInstant(clockOf(schedule.timezone), (last + 2) * DAY_MS).at;
  return { from: now - schedule.bufferBeforeMin * MINUTE_MS, until: end + schedule.bufferAfterMin * MINUTE_MS };
}

export interface FreeTime {
  schedule: Schedule;
  now: number;
  /** As `joinBusy` makes it. */
  busy: readonly BusyRange[];
}

/** Minutes of the wall clock at which an appointment may start on a day. Of a time that happens twice, only the first. */
export function freeMinutesOn(day: number, { schedule, now, busy }: FreeTime): number[] {
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
