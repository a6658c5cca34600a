import type { SlotQuery } from './availability.ts';
import { bookableDays, freeMinutesOn, freeTimeOf } from './bookable-days.ts';
import { dateOf, dayOf, minuteOf, timeOf } from './wall-clock.ts';

/**
 * The nearest free starts as `YYYY-MM-DD HH:MM`, the best first: the same day, nearest in time; then the days around it, later before
 * earlier, near the same time of day. Never the asked time itself. For a date that cannot be, the nearest that can.
 */
export function alternatives(query: SlotQuery, count = 3): string[] {
  const { schedule, now, time } = query;
  const { first, last } = bookableDays(schedule, now);
  if (last < first) return [];
  const askedDay = Math.min(Math.max(nearestDay(query.date) ?? first, first), last);
  const minute = minuteOf(time) ?? 0;
  const freeTime = freeTimeOf(query);
  const asked = `${query.date} ${time}`;
  const found: string[] = [];
  for (const day of daysAround(askedDay, { first, last })) {
    const nearest = freeMinutesOn(day, freeTime).sort(byDistance(minute));
    for (const free of nearest) {
      if (found.length >= count) return found;
      const slot = `${dateOf(day)} ${timeOf(free)}`;
      if (slot !== asked) found.push(slot);
    }
  }
  return found;
}

function* daysAround(day: number, { first, last }: { first: number; last: number }): Generator<number> {
  yield day;
  for (let distance = 1; day - distance >= first || day + distance <= last; distance += 1) {
    if (day + distance <= last) yield day + distance;
    if (day - distance >= first) yield day - distance;
  }
}

const byDistance = (minute: number) => (a: number, b: number) => Math.abs(a - minute) - Math.abs(b - minute) || a - b;

/** The day meant by a date, or for one such as 31 February the last of its month; null where no month can be read. */
function nearestDay(date: string): number | null {
  const day = dayOf(date);
  if (day !== null) return day;
  const month = date.slice(0, 8);
  for (let last = 31; last >= 28; last -= 1) {
    const ofMonth = dayOf(`${month}${last}`);
    if (ofMonth !== null && date.length === 10) return ofMonth;
  }
  return null;
}
