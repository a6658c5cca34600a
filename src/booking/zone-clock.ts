import { IANAZone } from 'luxon';
import { DAY_MS } from './wall-clock.ts';

/** The clocks of one zone: how many milliseconds they are ahead of UTC at an instant. */
export interface ZoneClock {
  aheadMsAt(at: number): number;
}

/** What a wall-clock time means: `skipped` where the clocks jumped over it, then `at` is as far after the jump. */
export interface WallInstant {
  kind: 'real' | 'skipped';
  at: number;
}

interface Stretch {
  from: number;
  until: number;
  aheadMs: number;
}

const BLOCK_MS = 32 * DAY_MS;
const BLOCKS_KEPT = 1_000;
const clocks = new Map<string, ZoneClock>();

/** Cached, since asking the calendar data takes microseconds; throws a RangeError for an unknown zone. */
export function clockOf(timezone: string): ZoneClock {
  const known = clocks.get(timezone);
  if (known) return known;
  const zone = IANAZone.create(timezone);
  if (!zone.isValid) throw new RangeError(`Unknown time zone: ${timezone}`);
  const made = cachedClock((at) => Math.round(zone.offset(at) * 60_000));
  clocks.set(timezone, made);
  return made;
}

/** The first instant at which the zone's clocks show this time: the first 01:30 of two. Local milliseconds are counted as if in UTC. */
export function firstInstant(clock: ZoneClock, localMs: number): WallInstant {
  const before = clock.aheadMsAt(localMs - DAY_MS);
  const after = clock.aheadMsAt(localMs + DAY_MS);
  const early = localMs - Math.max(before, after);
  if (early + clock.aheadMsAt(early) === localMs) return { kind: 'real', at: early };
  const late = localMs - Math.min(before, after);
  if (late + clock.aheadMsAt(late) === localMs) return { kind: 'real', at: late };
  return { kind: 'skipped', at: localMs - before };
}

function cachedClock(readAheadMs: (at: number) => number): ZoneClock {
  const blocks = new Map<number, readonly Stretch[]>();
  let latest: Stretch = { from: 0, until: 0, aheadMs: 0 };
  const find = (at: number): Stretch => {
    const block = Math.floor(at / BLOCK_MS);
    let stretches = blocks.get(block);
    if (stretches === undefined) {
      if (blocks.size >= BLOCKS_KEPT) blocks.clear();
      stretches = stretchesOf(block, readAheadMs);
      blocks.set(block, stretches);
    }
    return stretches.find((stretch) => at < stretch.until) ?? latest;
  };
  return {
    aheadMsAt(at) {
      if (at < latest.from || at >= latest.until) latest = find(at);
      return latest.aheadMs;
    },
  };
}

function stretchesOf(block: number, readAheadMs: (at: number) => number): Stretch[] {
  const end = (block + 1) * BLOCK_MS;
  const stretches: Stretch[] = [];
  let from = block * BLOCK_MS;
  let aheadMs = readAheadMs(from);
  for (let at = from + DAY_MS; at <= end; at += DAY_MS) {
    const next = readAheadMs(at);
    if (next === aheadMs) continue;
    const change = changeBetween(at - DAY_MS, at, readAheadMs);
    stretches.push({ from, until: change, aheadMs });
    from = change;
    aheadMs = next;
  }
  if (from < end) stretches.push({ from, until: end, aheadMs });
  return stretches;
}

/** The first instant of the new offset, found by halving. */
function changeBetween(before: number, after: number, readAheadMs: (at: number) => number): number {
  const aheadMs = readAheadMs(before);
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (readAheadMs(middle) === aheadMs) low = middle;
    else high = middle;
  }
  return high;
}
