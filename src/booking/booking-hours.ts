import { bookableDays } from './bookable-days.ts';
import { holidayOn } from './hebrew-holidays.ts';
import type { DateRange, DayRange, HolidayKind, Schedule } from './schedule.ts';
import { seatsOf } from './seats.ts';
import { openMinutes, timetableOf, type OpenMinutes } from './timetable.ts';
import { dateOf, dayOf, timeOf } from './wall-clock.ts';

/** When appointments are given, for telling: read from the timetables that availability answers by, so that it says the same. */
export interface BookingHours {
  /** The first and the last date that may be booked; null where there is none. */
  dates: DateRange | null;
  /** Each weekday's ranges, Sunday first, where short days or people's own hours make them differ from the business's; else null. */
  weekly: readonly (readonly DayRange[])[] | null;
  /** The dates that differ from the week, all of them from the first bookable date until `until`. */
  unusual: { until: string; days: readonly UnusualDays[] };
}

/** Dates that follow each other and differ in the same way; no ranges: closed. */
export interface UnusualDays extends DateRange {
  ranges: readonly DayRange[];
  /** The owner's word for the date. */
  label: string | null;
  /** `none` also where the owner gave the date hours of its own. */
  holiday: HolidayKind;
}

const DAYS_AHEAD = 21;
const MOST_ENTRIES = 6;
/** Day 3 since 1970-01-01 was a Sunday. */
const ANY_WEEK = [3, 4, 5, 6, 7, 8, 9];

export function bookingHours(schedule: Schedule, now: number): BookingHours {
  const { first, last } = bookableDays(schedule, now);
  return {
    dates: first > last ? null : { from: dateOf(first), until: dateOf(last) },
    weekly: weeklyInFact(schedule),
    unusual: unusualDays(schedule, first, Math.min(last, first + DAYS_AHEAD - 1)),
  };
}

function weeklyInFact(schedule: Schedule): readonly (readonly DayRange[])[] | null {
  const inFact = ordinary(schedule);
  const ofBusiness: Schedule = { ...inFact, shortDays: [], resources: undefined };
  const [given, told] = [inFact, ofBusiness].map((asked) => ANY_WEEK.map((day) => rangesOn(asked, day)));
  return given === undefined || JSON.stringify(given) === JSON.stringify(told) ? null : given;
}

/** The same week without a date that differs. */
function ordinary(schedule: Schedule): Schedule {
  const resources = schedule.resources?.map((resource) => ({ ...resource, overrides: [] }));
  return { ...schedule, overrides: [], observeHolidays: false, resources };
}

/** When anybody can be had. */
function rangesOn(schedule: Schedule, day: number): DayRange[] {
  const everybody = new Set(seatsOf(schedule).map((seat) => seat.schedule));
  const open = [...everybody].flatMap((one) => timetableOf(one).openOn(day).map(asRange));
  return openMinutes(open).map(asRange);
}

const asRange = ({ from, until }: OpenMinutes): DayRange => [timeOf(from), timeOf(until)];

function unusualDays(schedule: Schedule, first: number, last: number): BookingHours['unusual'] {
  const week = ordinary(schedule);
  const days: UnusualDays[] = [];
  let latest: UnusualDays | null = null;
  for (let day = first; day <= last; day += 1) {
    const ranges = rangesOn(schedule, day);
    const isUnusual = JSON.stringify(ranges) !== JSON.stringify(rangesOn(week, day));
    if (!isUnusual) {
      // Days off on both sides of a Saturday are one stretch of days off.
      if (latest?.ranges.length !== 0 || ranges.length > 0) latest = null;
      continue;
    }
    const found: UnusualDays = { from: dateOf(day), until: dateOf(day), ranges, ...reasonOf(schedule, day) };
    if (latest !== null && isAlike(latest, found)) {
      latest.until = found.until;
      continue;
    }
    if (days.length === MOST_ENTRIES) return { until: dateOf(day - 1), days };
    days.push(found);
    latest = found;
  }
  return { until: dateOf(last), days };
}

/** What one of the people wrote beside their own day off is not for callers. */
function reasonOf(schedule: Schedule, day: number): Pick<UnusualDays, 'label' | 'holiday'> {
  const override = schedule.overrides.findLast(({ date }) => dayOf(date) === day);
  if (override !== undefined) return { label: override.label ?? null, holiday: 'none' };
  return { label: null, holiday: schedule.observeHolidays ? holidayOn(day) : 'none' };
}

function isAlike(one: UnusualDays, other: UnusualDays): boolean {
  const [a, b] = [one, other].map(({ ranges, label, holiday }) => JSON.stringify([ranges, label, holiday]));
  return a === b;
}
