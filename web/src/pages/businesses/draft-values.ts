import type { Settings } from '../../api/businesses.ts';

/** From and until, wall clock; `24:00` ends a day. */
export type Range = [from: string, until: string];

export interface DateChange {
  date: string;
  closed: boolean;
  ranges: Range[];
  label: string;
}

/** What can be tried before it is published, as the forms edit it. */
export interface DraftValues {
  prompt: string;
  /** By weekday, Sunday first; no range means closed. */
  hours: Range[][];
  dates: DateChange[];
  observeHolidays: boolean;
  slotSizeMin: number;
  slotIntervalMinutes: number;
  minNoticeMin: number;
  bookingWindowDays: number;
  bufferBeforeMin: number;
  bufferAfterMin: number;
}

export const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

type KnownSettings = Omit<Settings, 'warnings'>;

export function draftValuesOf(prompt: string, settings: KnownSettings): DraftValues {
  return {
    prompt,
    hours: WEEK.map((day) => rangesOf(settings, day)),
    dates: settings.overrides.map(({ date, closed = false, ranges = [], label = '' }) => ({
      date,
      closed,
      ranges: ranges.map(copied),
      label,
    })),
    observeHolidays: settings.observeHolidays,
    slotSizeMin: settings.slotSizeMin,
    slotIntervalMinutes: settings.slotIntervalMinutes,
    minNoticeMin: settings.minNoticeMin,
    bookingWindowDays: settings.bookingWindowDays,
    bufferBeforeMin: settings.bufferBeforeMin,
    bufferAfterMin: settings.bufferAfterMin,
  };
}

function rangesOf(settings: KnownSettings, day: number): Range[] {
  const { openingHours, activeDays, startHour, endHour } = settings;
  if (openingHours === null) return activeDays.includes(day) ? [[startHour, endHour]] : [];
  const byDay: Partial<Record<string, readonly (readonly string[])[]>> = openingHours;
  return (byDay[String(day)] ?? []).map(copied);
}

const copied = ([from = '09:00', until = '17:00']: readonly string[]): Range => [from, until];

/** Hours by weekday as the service keeps them. */
export const openingHoursOf = (hours: readonly Range[][]): Record<string, Range[]> =>
  Object.fromEntries(WEEK.map((day) => [String(day), hours[day] ?? []]));

/** The settings that the values stand for. Days of the week are told from the hours. */
export function settingsOf({ prompt: _prompt, hours, dates, ...rules }: DraftValues) {
  return {
    ...rules,
    activeDays: WEEK.filter((day) => (hours[day] ?? []).length > 0),
    openingHours: openingHoursOf(hours),
    overrides: dates.map(({ date, closed, ranges, label }) => ({
      date,
      ...(closed ? { closed } : { ranges }),
      ...(label.trim() === '' ? {} : { label: label.trim() }),
    })),
  };
}

export type RangeFault = 'reversed' | 'overlapping';

/** What is wrong with the ranges of one day, if anything. */
export function faultOf(ranges: readonly Range[]): RangeFault | null {
  if (ranges.some(([from, until]) => from >= until)) return 'reversed';
  const sorted = [...ranges].sort(([one], [other]) => one.localeCompare(other));
  const overlaps = sorted.some(([from], at) => from < (sorted[at - 1]?.[1] ?? ''));
  return overlaps ? 'overlapping' : null;
}

export function hasFaults({ hours, dates }: DraftValues): boolean {
  const days = [...hours, ...dates.map(({ closed, ranges }) => (closed ? [] : ranges))];
  return days.some((ranges) => faultOf(ranges) !== null);
}

/** A further range after the last one of the day. */
export function nextRange(ranges: readonly Range[]): Range {
  const last = ranges.at(-1)?.[1];
  if (last === undefined) return ['09:00', '17:00'];
  const hour = Math.min(22, Number(last.slice(0, 2)) + 1);
  const two = (value: number) => String(value).padStart(2, '0');
  return [`${two(hour)}:00`, `${two(Math.min(24, hour + 3))}:00`];
}
