import type { DayLength, HolidayKind } from './schedule.ts';
import { DAY_MS, weekdayOf } from './wall-clock.ts';

/** What an Israeli business does unless its owner chose otherwise. */
export const USUAL_LENGTHS: Readonly<Record<HolidayKind, DayLength>> = {
  chag: 'closed',
  independenceDay: 'closed',
  erevChag: 'short',
  cholHamoed: 'short',
  memorialDay: 'ordinary',
  tishaBav: 'ordinary',
  purim: 'ordinary',
  none: 'ordinary',
};

interface HebrewDate {
  month: string;
  date: number;
}

const SUNDAY = 0;
const SATURDAY = 6;
const DAYS_KEPT = 4_000;
const kinds = new Map<number, HolidayKind>();
const hebrewCalendar = new Intl.DateTimeFormat('en-u-ca-hebrew', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** What a civil date (days since 1970-01-01) is in Israel, by Node's own Hebrew calendar; the evening before is not counted. */
export function holidayOn(day: number): HolidayKind {
  const known = kinds.get(day);
  if (known !== undefined) return known;
  if (kinds.size >= DAYS_KEPT) kinds.clear();
  const kind = findKind(day);
  kinds.set(day, kind);
  return kind;
}

function findKind(day: number): HolidayKind {
  const today = hebrewDateOf(day);
  if (isChag(today)) return 'chag';
  if (isChag(hebrewDateOf(day + 1))) return 'erevChag';
  if (isCholHamoed(today)) return 'cholHamoed';
  if (isIndependenceDay(day)) return 'independenceDay';
  if (isIndependenceDay(day + 1)) return 'memorialDay';
  if (isTishaBav(day, today)) return 'tishaBav';
  return isPurim(today) ? 'purim' : 'none';
}

function hebrewDateOf(day: number): HebrewDate {
  const found: HebrewDate = { month: '', date: 0 };
  for (const part of hebrewCalendar.formatToParts(day * DAY_MS)) {
    if (part.type === 'month') found.month = part.value;
    if (part.type === 'day') found.date = Number(part.value);
  }
  return found;
}

const CHAG_DATES: Readonly<Record<string, readonly number[]>> = {
  Tishri: [1, 2, 10, 15, 22],
  Nisan: [15, 21],
  Sivan: [6],
};

function isChag({ month, date }: HebrewDate): boolean {
  return CHAG_DATES[month]?.includes(date) ?? false;
}

function isCholHamoed({ month, date }: HebrewDate): boolean {
  return (month === 'Tishri' && date > 15 && date < 22) || (month === 'Nisan' && date > 15 && date < 21);
}

/** 5 Iyar; kept on Thursday when that is a Friday or a Saturday, on Tuesday when it is a Monday. */
const INDEPENDENCE_DATES: Readonly<Record<number, readonly number[]>> = { 2: [6], 3: [5], 4: [3, 4] };

function isIndependenceDay(day: number): boolean {
  const { month, date } = hebrewDateOf(day);
  return month === 'Iyar' && (INDEPENDENCE_DATES[weekdayOf(day)] ?? []).includes(date);
}

/** 9 Av, put off to Sunday when that is a Saturday. */
function isTishaBav(day: number, { month, date }: HebrewDate): boolean {
  if (month !== 'Av') return false;
  const weekday = weekdayOf(day);
  return (date === 9 && weekday !== SATURDAY) || (date === 10 && weekday === SUNDAY);
}

function isPurim({ month, date }: HebrewDate): boolean {
  return date === 14 && (month === 'Adar' || month === 'Adar II');
}
