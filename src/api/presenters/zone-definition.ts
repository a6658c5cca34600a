import { DateTime } from 'luxon';
import { clockOf } from '../../booking/zone-clock.ts';
import type { ZoneClock } from '../../booking/zone-clock.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A zone's clocks over a stretch of time as VTIMEZONE, one part for each time they change; calendar programs need no zone list then. */
export function zoneDefinition(timezone: string, { from, until }: { from: number; until: number }): string {
  const clock = clockOf(timezone);
  const parts = [part(clock, { from: from - 1, at: from })];
  for (let at = from; at < until; at += DAY_MS) {
    if (clock.aheadMsAt(at) === clock.aheadMsAt(at + DAY_MS)) continue;
    const change = changeIn(clock, at, at + DAY_MS);
    parts.push(part(clock, { from: change - 1, at: change }));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timezone}`, ...parts.flat(), 'END:VTIMEZONE'].join('\r\n');
}

function part(clock: ZoneClock, { from, at }: { from: number; at: number }): string[] {
  const [before, after] = [clock.aheadMsAt(from), clock.aheadMsAt(at)];
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${DateTime.fromMillis(at + before, { zone: 'UTC' }).toFormat("yyyyMMdd'T'HHmmss")}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${kind}`,
  ];
}

function offset(aheadMs: number): string {
  const minutes = Math.abs(Math.round(aheadMs / MINUTE_MS));
  const digits = [Math.floor(minutes / 60), minutes % 60].map((value) => String(value).padStart(2, '0')).join('');
  return `${aheadMs < 0 ? '-' : '+'}${digits}`;
}

function changeIn(clock: ZoneClock, before: number, after: number): number {
  const aheadMs = clock.aheadMsAt(before);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (clock.aheadMsAt(middle) === aheadMs) low = middle;
    else high = middle;
  }
  return high;
}
