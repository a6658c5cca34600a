import type { DayRange, Schedule } from '../../booking/schedule.ts';
import type { FieldError } from '../problem.ts';
import type { SettingsChange } from '../schemas/settings.ts';

/** What a new business has until its owner says otherwise: Sunday to Thursday, nine to six, every half hour. */
export const DEFAULT_SETTINGS: Omit<Schedule, 'timezone' | 'resources'> = {
  activeDays: [0, 1, 2, 3, 4],
  startHour: '09:00',
  endHour: '18:00',
  slotIntervalMinutes: 30,
  slotSizeMin: 30,
  minNoticeMin: 0,
  bookingWindowDays: 60,
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  openingHours: null,
  overrides: [],
  observeHolidays: false,
  reminderHoursBefore: 24,
  holidays: {},
  shortDays: [],
  shortDayEnds: '13:00',
  bookingRange: null,
};

type Completed = { kind: 'completed'; schedule: Schedule } | { kind: 'refused'; errors: FieldError[] };

/** The change laid over what is there; refused where the two together contradict each other. */
export function completeSettings(current: Schedule, change: SettingsChange): Completed {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const schedule: Schedule = { ...current, ...given };
  if (schedule.startHour < schedule.endHour) return { kind: 'completed', schedule };
  const field = change.endHour === undefined ? 'startHour' : 'endHour';
  const hours = `it would be open from ${schedule.startHour} to ${schedule.endHour}`;
  const message = `The day must end after it starts; ${hours}.`;
  return { kind: 'refused', errors: [{ field, code: 'ends-before-it-starts', message }] };
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

function rangesOf(schedule: Schedule, weekday: number): readonly DayRange[] {
  if (schedule.openingHours !== null) return schedule.openingHours[String(weekday)] ?? [];
  return schedule.activeDays.includes(weekday) ? [[schedule.startHour, schedule.endHour]] : [];
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** What a setting does that is probably not meant. */
export type Warning = Omit<FieldError, 'code' | 'values'>;

/** What is allowed but probably not meant: a business that can never be booked. */
export function settingsWarnings(schedule: Schedule): Warning[] {
  const ranges = WEEKDAYS.flatMap((weekday) => rangesOf(schedule, weekday));
  if (ranges.length === 0) {
    const field = schedule.openingHours === null ? 'activeDays' : 'openingHours';
    return [{ field, message: 'Every day of the week is closed: only dates with ranges in overrides can be booked.' }];
  }
  const longest = Math.max(...ranges.map(([from, until]) => minutesOf(until) - minutesOf(from)));
  if (longest >= schedule.slotSizeMin) return [];
  return [{ field: 'slotSizeMin', message: 'An appointment is longer than any opening range, so none fits.' }];
}
