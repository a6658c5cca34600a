import { holidayOn, USUAL_LENGTHS } from './hebrew-holidays.ts';
import type { DateOverride, DayLength, DayRange, Schedule } from './schedule.ts';
import { DAY_MINUTES, dayOf, minuteOf, weekdayOf } from './wall-clock.ts';

/** Open from one minute of the day until another; `until` is 1440 where it goes to midnight. */
export interface OpenMinutes {
  from: number;
  until: number;
}

/** When the doors are open by the wall clock, in order and apart; ranges that only touch stay two. */
export interface Timetable {
  timezone: string;
  openOn(day: number): readonly OpenMinutes[];
}

const SHORT_DAY_ENDS = 13 * 60;

const known = new WeakMap<Schedule, Timetable>();

/** A date override wins over a holiday, a holiday over the weekly hours (contract §5). */
export function timetableOf(schedule: Schedule): Timetable {
  const made = known.get(schedule) ?? compile(schedule);
  known.set(schedule, made);
  return made;
}

function compile(schedule: Schedule): Timetable {
  const weekly = [0, 1, 2, 3, 4, 5, 6].map((weekday) => openMinutes(weeklyRanges(schedule, weekday)));
  const dated = overrideMinutes(schedule.overrides);
  const shortDayEnds = minuteOf(schedule.shortDayEnds ?? '') ?? SHORT_DAY_ENDS;
  const openOn = (day: number): readonly OpenMinutes[] => {
    const override = dated.get(day);
    if (override !== undefined) return override;
    const usual = weekly[weekdayOf(day)] ?? [];
    return usual.length === 0 ? usual : kept(usual, lengthOf(schedule, day), shortDayEnds);
  };
  return { timezone: schedule.timezone, openOn };
}

function weeklyRanges(schedule: Schedule, weekday: number): readonly DayRange[] {
  if (schedule.openingHours !== null) return schedule.openingHours[String(weekday)] ?? [];
  return schedule.activeDays.includes(weekday) ? [[schedule.startHour, schedule.endHour]] : [];
}

function overrideMinutes(overrides: readonly DateOverride[]): Map<number, readonly OpenMinutes[]> {
  const dated = new Map<number, readonly OpenMinutes[]>();
  for (const { date, closed, ranges } of overrides) {
    const day = dayOf(date);
    if (day !== null) dated.set(day, closed === true ? [] : openMinutes(ranges ?? []));
  }
  return dated;
}

function lengthOf(schedule: Schedule, day: number): DayLength {
  const length = schedule.observeHolidays ? holidayLength(schedule, day) : 'ordinary';
  const isShort = length === 'ordinary' && schedule.shortDays?.includes(weekdayOf(day)) === true;
  return isShort ? 'short' : length;
}

function holidayLength({ holidays = {} }: Schedule, day: number): DayLength {
  const kind = holidayOn(day);
  return (kind === 'none' ? undefined : holidays[kind]) ?? USUAL_LENGTHS[kind];
}

function kept(usual: readonly OpenMinutes[], length: DayLength, shortDayEnds: number): readonly OpenMinutes[] {
  if (length === 'ordinary') return usual;
  if (length === 'closed') return [];
  return usual
    .map(({ from, until }) => ({ from, until: Math.min(until, shortDayEnds) }))
    .filter(({ from, until }) => from < until);
}

/** Ranges of one day as minutes: overlapping ones become one; those that are unreadable, empty or reversed are left out. */
export function openMinutes(ranges: readonly DayRange[]): readonly OpenMinutes[] {
  const open: OpenMinutes[] = [];
  for (const range of ranges.map(readRange).sort((a, b) => a.from - b.from)) {
    const last = open.at(-1);
    if (range.from >= range.until) continue;
    if (last !== undefined && range.from < last.until) last.until = Math.max(last.until, range.until);
    else open.push(range);
  }
  return open;
}

function readRange([from, until]: DayRange): OpenMinutes {
  return { from: minuteOf(from) ?? DAY_MINUTES, until: endMinuteOf(until) };
}

/** `23:59` is how forms that know no `24:00` write midnight. */
function endMinuteOf(time: string): number {
  if (time === '24:00' || time === '23:59') return DAY_MINUTES;
  return minuteOf(time) ?? 0;
}
