import { DateTime } from 'luxon';

/** An instant as ISO 8601 with the offset of the zone at that moment: `2026-03-15T09:00:00+02:00`. */
export function zonedTime(at: Date, timezone: string): string {
  const text = DateTime.fromJSDate(at, { zone: timezone }).toISO({ suppressMilliseconds: true, includeOffset: true });
  return (text ?? at.toISOString()).replace(/Z$/, '+00:00');
}
