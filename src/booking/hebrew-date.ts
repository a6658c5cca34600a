import { dayOf, weekdayOf, DAY_MS } from './wall-clock.ts';

const WEEKDAYS = ['יום ראשון', 'יום שני', 'יום שלישי', 'יום רביעי', 'יום חמישי', 'יום שישי', 'שבת'] as const;

const dayAndMonth = new Intl.DateTimeFormat('he-IL', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const hebrewCalendar = new Intl.DateTimeFormat('he-u-ca-hebrew', { dateStyle: 'long', timeZone: 'UTC' });

/** «יום שלישי» for `YYYY-MM-DD`; an empty text for a date that does not exist. */
export function weekdayName(date: string): string {
  const day = dayOf(date);
  return day === null ? '' : (WEEKDAYS[weekdayOf(day)] ?? '');
}

/** «יום שלישי, 24 בנובמבר»: a date as people say it; an empty text for a date that does not exist. */
export function spokenDate(date: string): string {
  const day = dayOf(date);
  return day === null ? '' : `${weekdayName(date)}, ${dayAndMonth.format(day * DAY_MS)}`;
}

/** «י״ד בכסלו תשפ״ז»: the Hebrew calendar's name of the day (of its daylight). */
export function hebrewCalendarDate(date: string): string {
  const day = dayOf(date);
  return day === null ? '' : hebrewCalendar.format(day * DAY_MS);
}
