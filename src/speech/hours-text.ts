import type { BookingHours, UnusualDays } from '../booking/booking-hours.ts';
import type { DayRange, HolidayKind, Schedule } from '../booking/schedule.ts';
import { todayIn } from './today.ts';

const DAY_NAMES = ['ראשון', 'שני', 'שלישי', 'רביעי', 'חמישי', 'שישי', 'שבת'];

const HOLIDAY_NAMES: Readonly<Record<HolidayKind, string | null>> = {
  chag: 'חג',
  erevChag: 'ערב חג',
  cholHamoed: 'חול המועד',
  independenceDay: 'יום העצמאות',
  memorialDay: 'יום הזיכרון',
  tishaBav: 'תשעה באב',
  purim: 'פורים',
  none: null,
};

/** The hours of the settings: «09:00–18:30», or of each day where they differ. */
export function hoursText(schedule: Schedule): string {
  if (!schedule.openingHours) return `${schedule.startHour}–${schedule.endHour}`;
  return weekText(weekOf(schedule)) || 'סגור';
}

export function daysText(schedule: Schedule): string {
  const open = DAY_NAMES.filter((_, day) => (weekOf(schedule)[day] ?? []).length > 0);
  return open.join(', ') || 'אין';
}

/** What the hours of the settings do not say: short days, people's own hours, coming dates that differ. One line each, or none. */
export function unusualHoursText({ weekly, unusual }: BookingHours): string[] {
  const lines: string[] = [];
  if (weekly !== null) lines.push(`תורים ניתנים בפועל רק בשעות אלה: ${weekText(weekly) || 'אין'}.`);
  if (unusual.days.length > 0) {
    const days = unusual.days.map(unusualText).join('; ');
    lines.push(`ימים שונים מהרגיל עד ${dateText(unusual.until)}: ${days}. בימים אלה רק מה שכתוב כאן נכון.`);
  }
  return lines;
}

/** «יום שלישי, 2026-11-24», as all dates are told. */
export const dateText = (date: string): string => todayIn('UTC', Date.parse(date));

function weekOf(schedule: Schedule): (readonly DayRange[])[] {
  return DAY_NAMES.map((_, day) => {
    if (schedule.openingHours) return schedule.openingHours[String(day)] ?? [];
    return schedule.activeDays.includes(day) ? [[schedule.startHour, schedule.endHour]] : [];
  });
}

function weekText(week: readonly (readonly DayRange[])[]): string {
  const days = week.map((ranges, day) => ({ name: DAY_NAMES[day] ?? '', ranges }));
  const open = days.filter(({ ranges }) => ranges.length > 0);
  return open.map(({ name, ranges }) => `יום ${name} ${rangeText(ranges)}`).join(', ');
}

const rangeText = (ranges: readonly DayRange[]): string =>
  ranges.map(([from, until]) => `${from}–${until}`).join(' ו-');

function unusualText({ from, until, ranges, label, holiday }: UnusualDays): string {
  const dates = from === until ? dateText(from) : `מ${dateText(from)} עד ${dateText(until)}`;
  const reason = label ?? HOLIDAY_NAMES[holiday];
  return `${dates}${reason === null ? '' : ` (${reason})`}: ${rangeText(ranges) || 'סגור'}`;
}
