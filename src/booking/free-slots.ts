import { joinBusy } from './busy.ts';
import { freeStartsIn, stretchesOn, type OpenStretch } from './day-grid.ts';
import type { BusyRange, DayRange } from './schedule.ts';
import { openMinutes, type OpenMinutes, type Timetable } from './timetable.ts';
import { DAY_MS, MINUTE_MS, dateOf, dayOf, timeOf, twoDigits, weekdayOf } from './wall-clock.ts';
import { clockOf, firstInstant, type ZoneClock } from './zone-clock.ts';

type InstantRange = readonly [from: string, until: string];

/** A plain question about free time. Instants are ISO 8601, times of day are in `tz`, days 0 = Sunday, ranges half-open. */
export interface FreeSlotsInput {
  /** Nothing starts before this instant plus the notice; left out: no limit. */
  now?: string;
  tz: string;
  /** Starts asked about. */
  window: InstantRange;
  /** Open times as instants, in place of `weekly` and `overrides`. */
  ranges?: readonly InstantRange[];
  weekly?: readonly { days: readonly number[]; start: string; end: string }[];
  overrides?: readonly SlotsOverride[];
  busy?: readonly InstantRange[];
  durationMin: number;
  intervalMin: number;
  noticeMin?: number;
  bufferBeforeMin?: number;
  bufferAfterMin?: number;
}

interface SlotsOverride {
  date: string;
  closed?: boolean;
  start?: string;
  end?: string;
  ranges?: readonly DayRange[];
}

/** Every free start in the window, as ISO instants in UTC, in order. Throws a RangeError for an unknown zone or an unreadable instant. */
export function freeSlots(input: FreeSlotsInput): string[] {
  return freeStarts(input).map(isoWriter());
}

function freeStarts(input: FreeSlotsInput): number[] {
  const window = instants(input.window);
  const durationMs = input.durationMin * MINUTE_MS;
  const stepMs = input.intervalMin * MINUTE_MS;
  if (!(durationMs > 0 && stepMs > 0)) return [];
  const notBefore = input.now === undefined ? -Infinity : instant(input.now) + (input.noticeMin ?? 0) * MINUTE_MS;
  const buffers = { bufferBeforeMin: input.bufferBeforeMin ?? 0, bufferAfterMin: input.bufferAfterMin ?? 0 };
  const busy = joinBusy((input.busy ?? []).map(instants), buffers);
  const terms = { durationMs, stepMs, earliest: Math.max(window.from, notBefore), busy };
  const asked = openStretches(input, window).map((open) => ({ ...open, until: Math.min(open.until, window.until) }));
  return freeStartsIn(asked, terms);
}

function openStretches(input: FreeSlotsInput, window: BusyRange): OpenStretch[] {
  const clock = clockOf(input.tz);
  if (input.ranges !== undefined) {
    const noBuffers = { bufferBeforeMin: 0, bufferAfterMin: 0 };
    const open = joinBusy(input.ranges.map(instants), noBuffers);
    return open.map(({ from, until }) => ({ anchor: from, from, until, closes: until }));
  }
  const timetable = timetableOf(input);
  const { first, last } = localDays(clock, window);
  const stretches: OpenStretch[] = [];
  for (let day = first; day <= last; day += 1) stretches.push(...stretchesOn(timetable, clock, day));
  return stretches;
}

/**
 * The local days a window touches. Where it begins with a day whose midnight the clocks skip (Cairo, Santiago: 01:00 comes first), it is
 * a window of whole days, and an end at 01:00 means the end of the day before.
 */
function localDays(clock: ZoneClock, { from, until }: BusyRange): { first: number; last: number } {
  const localFrom = from + clock.aheadMsAt(from);
  const first = Math.floor(localFrom / DAY_MS);
  const dayStart = firstInstant(clock, first * DAY_MS);
  const skippedMs = dayStart.kind === 'skipped' && dayStart.at === from ? localFrom - first * DAY_MS : 0;
  const localUntil = until + clock.aheadMsAt(until);
  return { first, last: Math.ceil((localUntil - skippedMs) / DAY_MS) - 1 };
}

function timetableOf({ tz, weekly = [], overrides = [] }: FreeSlotsInput): Timetable {
  const usual = [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
    openMinutes(weekly.filter(({ days }) => days.includes(weekday)).map(({ start, end }) => [start, end] as const)),
  );
  const dated = overrideMinutes(overrides);
  return { timezone: tz, openOn: (day) => dated.get(day) ?? usual[weekdayOf(day)] ?? [] };
}

/** A date may be named several times: its ranges add up. */
function overrideMinutes(overrides: readonly SlotsOverride[]): Map<number, readonly OpenMinutes[]> {
  const byDay = new Map<number, DayRange[]>();
  for (const { date, closed, start, end, ranges = [] } of overrides) {
    const day = dayOf(date);
    if (day === null) continue;
    const known = byDay.get(day) ?? [];
    byDay.set(day, known);
    if (closed === true) continue;
    known.push(...ranges);
    if (start !== undefined && end !== undefined) known.push([start, end]);
  }
  return new Map([...byDay].map(([day, ranges]) => [day, openMinutes(ranges)]));
}

function instants([from, until]: InstantRange): BusyRange {
  return { from: instant(from), until: instant(until) };
}

function instant(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new RangeError(`Not an ISO instant: ${text}`);
  return at;
}

/** Writes instants as `2026-11-30T07:00:00Z`; the date is made once for all instants of one day that follow each other. */
function isoWriter(): (at: number) => string {
  let day = NaN;
  let date = '';
  return (at) => {
    const onDay = Math.floor(at / DAY_MS);
    if (onDay !== day) date = dateOf(onDay);
    day = onDay;
    const sinceMidnight = at - onDay * DAY_MS;
    const seconds = Math.floor((sinceMidnight % MINUTE_MS) / 1_000);
    return `${date}T${timeOf(Math.floor(sinceMidnight / MINUTE_MS))}:${twoDigits(seconds)}Z`;
  };
}
