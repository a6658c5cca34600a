import type { BusyRange } from './schedule.ts';
import type { OpenMinutes, Timetable } from './timetable.ts';
import { DAY_MINUTES, DAY_MS, MINUTE_MS } from './wall-clock.ts';
import { firstInstant, type ZoneClock } from './zone-clock.ts';

/** Starts lie at `anchor` + k × step in [from, until); an appointment must end by `closes`. Epoch milliseconds. */
export interface OpenStretch {
  anchor: number;
  from: number;
  until: number;
  closes: number;
}

export interface GridTerms {
  stepMs: number;
  durationMs: number;
  /** No start before this instant. */
  earliest: number;
  /** As `joinBusy` makes it. */
  busy: readonly BusyRange[];
}

/**
 * One day's open stretches as instants. The grid is counted in real minutes from opening time, so that the hour that happens twice
 * has twice as many starts. Ranges that touch are one opening for the end of an appointment; split at midnight, also for the grid.
 */
export function stretchesOn(timetable: Timetable, clock: ZoneClock, day: number): OpenStretch[] {
  const open = timetable.openOn(day);
  if (open.length === 0) return [];
  const at = (minute: number, onDay = day) => firstInstant(clock, onDay * DAY_MS + minute * MINUTE_MS).at;
  const nightShift = open[0]?.from === 0 ? eveningBefore(timetable.openOn(day - 1)) : null;
  const dayEnd = at(DAY_MINUTES);
  return open
    .map(({ from, until }, index) => {
      const start = at(from);
      const next = open[index + 1];
      const closing = closingMinute(open, index);
      return {
        anchor: from === 0 && nightShift !== null ? at(nightShift, day - 1) : start,
        from: start,
        until: Math.min(at(until), next === undefined ? dayEnd : at(next.from)),
        closes: closing < DAY_MINUTES ? at(closing) : at(morningAfter(timetable.openOn(day + 1)), day + 1),
      };
    })
    .filter(({ from, until }) => from < until);
}

/** The minute at which yesterday's opening that runs on past midnight began; null where there is none, or it is open all day. */
function eveningBefore(yesterday: readonly OpenMinutes[]): number | null {
  const last = yesterday.at(-1);
  return last !== undefined && last.until === DAY_MINUTES && last.from > 0 ? last.from : null;
}

/** The minute of tomorrow at which an opening that runs on past midnight ends; 0 where it ends at midnight. */
function morningAfter(tomorrow: readonly OpenMinutes[]): number {
  return tomorrow[0]?.from === 0 ? closingMinute(tomorrow, 0) : 0;
}

function closingMinute(open: readonly OpenMinutes[], index: number): number {
  let closing = open[index]?.until ?? 0;
  for (const later of open.slice(index + 1)) if (later.from === closing) closing = later.until;
  return closing;
}

/** The free starts of some stretches, in their order. */
export function freeStartsIn(stretches: readonly OpenStretch[], terms: GridTerms): number[] {
  const starts: number[] = [];
  for (const stretch of stretches) addFreeStarts(starts, stretch, terms);
  return starts;
}

function addFreeStarts(
  starts: number[],
  stretch: OpenStretch,
  { stepMs, durationMs, earliest, busy }: GridTerms,
): void {
  const last = Math.min(stretch.until - 1, stretch.closes - durationMs);
  let start = onGrid(stretch.anchor, stepMs, Math.max(stretch.from, earliest));
  let index = firstEndingAfter(busy, start);
  while (start <= last) {
    const next = busy[index];
    if (next === undefined || next.from >= start + durationMs) {
      starts.push(start);
      start += stepMs;
    } else if (next.until > start) {
      start = onGrid(stretch.anchor, stepMs, next.until);
    } else {
      index += 1;
    }
  }
}

export const onGrid = (anchor: number, stepMs: number, notBefore: number): number =>
  anchor + Math.ceil((notBefore - anchor) / stepMs) * stepMs;

function firstEndingAfter(busy: readonly BusyRange[], at: number): number {
  let low = 0;
  let high = busy.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((busy[middle]?.until ?? Infinity) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
