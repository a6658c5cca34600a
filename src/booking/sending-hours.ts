import { holidayOn } from './hebrew-holidays.ts';
import type { Schedule } from './schedule.ts';
import { timetableOf } from './timetable.ts';
import { DAY_MS, MINUTE_MS, weekdayOf } from './wall-clock.ts';
import { clockOf, firstInstant } from './zone-clock.ts';

interface Hours {
  from: number;
  until: number;
}

/** Messages are sent from eight until nine in the evening; on the eve of a day of rest until three in the afternoon. */
const DAY_BEGINS = 8 * 60;
const DAY_ENDS = 21 * 60;
const EVE_ENDS = 15 * 60;
const SATURDAY = 6;
/** Longer than any run of days of rest. */
const DAYS_LOOKED_AT = 7;

/** The first moment from `at` on when a message may be sent; `at` itself where it may be sent then. */
export function nextSendingTime(schedule: Schedule, at: number): number {
  const today = localDay(schedule, at);
  for (let day = today; day <= today + DAYS_LOOKED_AT; day += 1) {
    const hours = sendingHours(schedule, day);
    if (hours !== null && at < instant(schedule, day, hours.until)) {
      return Math.max(at, instant(schedule, day, hours.from));
    }
  }
  return at;
}

/** The last moment until `at` when a message may be sent. */
export function lastSendingTime(schedule: Schedule, at: number): number {
  const today = localDay(schedule, at);
  for (let day = today; day >= today - DAYS_LOOKED_AT; day -= 1) {
    const hours = sendingHours(schedule, day);
    if (hours !== null && at >= instant(schedule, day, hours.from)) {
      return Math.min(at, instant(schedule, day, hours.until) - MINUTE_MS);
    }
  }
  return at;
}

function localDay({ timezone }: Schedule, at: number): number {
  return Math.floor((at + clockOf(timezone).aheadMsAt(at)) / DAY_MS);
}

function instant({ timezone }: Schedule, day: number, minute: number): number {
  return firstInstant(clockOf(timezone), day * DAY_MS + minute * MINUTE_MS).at;
}

function sendingHours(schedule: Schedule, day: number): Hours | null {
  if (isRest(schedule, day)) return null;
  return { from: DAY_BEGINS, until: isRest(schedule, day + 1) ? EVE_ENDS : DAY_ENDS };
}

/** Shabbat and holidays of a business that keeps them: it says that it observes holidays, and is shut that day. */
function isRest(schedule: Schedule, day: number): boolean {
  if (!schedule.observeHolidays) return false;
  const isHoly = weekdayOf(day) === SATURDAY || holidayOn(day) === 'chag';
  return isHoly && timetableOf(schedule).openOn(day).length === 0;
}
