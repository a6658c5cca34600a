import type { BusyRange, Schedule } from './schedule.ts';
import { MINUTE_MS } from './wall-clock.ts';

type Buffers = Pick<Schedule, 'bufferBeforeMin' | 'bufferAfterMin'>;

/** What an appointment takes up, its buffers included. Two neighbours keep the one's after and the other's before buffer apart. */
export function bufferedRange(buffers: Buffers, startsAt: number, endsAt: number): BusyRange {
  return { from: startsAt - buffers.bufferBeforeMin * MINUTE_MS, until: endsAt + buffers.bufferAfterMin * MINUTE_MS };
}

/** Half-open: neighbours that touch do not overlap, and an empty range overlaps nothing. */
export function overlaps(a: BusyRange, b: BusyRange): boolean {
  return a.from < b.until && b.from < a.until && a.from < a.until && b.from < b.until;
}

/** Where an appointment without its buffers may not lie: sorted, widened by the buffers of the new appointment, overlaps joined. */
export function joinBusy(busy: readonly BusyRange[], buffers: Buffers): BusyRange[] {
  const beforeMs = buffers.bufferBeforeMin * MINUTE_MS;
  const afterMs = buffers.bufferAfterMin * MINUTE_MS;
  const joined: BusyRange[] = [];
  let last: BusyRange | undefined;
  for (const { from, until } of inOrder(busy)) {
    if (from >= until) continue;
    if (last !== undefined && from - afterMs <= last.until) {
      last.until = Math.max(last.until, until + beforeMs);
    } else {
      last = { from: from - afterMs, until: until + beforeMs };
      joined.push(last);
    }
  }
  return joined;
}

function inOrder(busy: readonly BusyRange[]): readonly BusyRange[] {
  const isSorted = busy.every(({ from }, index) => from >= (busy[index - 1]?.from ?? -Infinity));
  return isSorted ? busy : [...busy].sort((a, b) => a.from - b.from);
}
