import type { Slot } from '../../machines/vocabulary.ts';
import { DAY_MS, MINUTE_MS, dayOf, minuteOf } from '../booking/wall-clock.ts';
import { clockOf, firstInstant } from '../booking/zone-clock.ts';

/** The instant a slot begins; undefined for a date or time that does not exist. */
export function slotStart({ date, time }: Slot, timezone: string): Date | undefined {
  const [day, minute] = [dayOf(date), minuteOf(time)];
  if (day === null || minute === null) return undefined;
  return new Date(firstInstant(clockOf(timezone), day * DAY_MS + minute * MINUTE_MS).at);
}
