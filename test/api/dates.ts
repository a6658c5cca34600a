import { DateTime } from 'luxon';

export const ZONE = 'Asia/Jerusalem';

/** Monday 7 December 2026, 08:00 in Israel: what the API is told the time is. */
export const NOW = DateTime.fromISO('2026-12-07T08:00:00', { zone: ZONE }).toMillis();
