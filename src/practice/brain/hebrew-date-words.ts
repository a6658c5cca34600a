import type { Weekday } from './brain.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['ראשון', 'שני', 'שלישי', 'רביעי', 'חמישי', 'שישי', 'שבת'];
const ENGLISH_WEEKDAYS: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];
const MONTHS = 'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר'.split(' ');

/** Whether a word names a month, also with a preposition before it («בינואר»). */
export function isMonth(word: string): boolean {
  return monthOf(word) >= 0;
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.replace(/^[בל]/u, ''));
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function nextWeekday(today: string, weekday: number): string {
  const current = new Date(`${today}T00:00:00Z`).getUTCDay();
  return daysAfter(today, (weekday - current + 7) % 7 || 7);
}

function weekdayIn(words: readonly string[]): number | null {
  for (const [index, word] of words.entries()) {
    const bare = word.replace(/^[בלה](?=שבת|שישי)/u, '');
    const named = words[index - 1]?.endsWith('יום') === true || bare === 'שבת' || bare === 'שישי';
    const weekday = WEEKDAYS.indexOf(bare);
    if (named && weekday >= 0) return weekday;
  }
  return null;
}

function inYearOf(today: string, month: number, day: number): string | null {
  const year = Number(today.slice(0, 4));
  for (const candidateYear of [year, year + 1]) {
    const date = new Date(Date.UTC(candidateYear, month - 1, day));
    const text = date.toISOString().slice(0, 10);
    if (date.getUTCMonth() === month - 1 && text >= today) return text;
  }
  return null;
}

function calendarDateIn(words: readonly string[], today: string): string | null {
  for (const [index, word] of words.entries()) {
    const iso = /\d{4}-\d{2}-\d{2}/u.exec(word)?.[0];
    if (iso !== undefined) return iso;
    const dotted = /(\d{1,2})[./](\d{1,2})/u.exec(word);
    if (dotted !== null) return inYearOf(today, Number(dotted[2]), Number(dotted[1]));
    const month = monthOf(word);
    const day = Number(/\d{1,2}/u.exec(words[index - 1] ?? '')?.[0] ?? NaN);
    if (month >= 0 && Number.isInteger(day)) return inYearOf(today, month + 1, day);
  }
  return null;
}

/** The day of the week that is named; null where there is none. */
export function readHebrewWeekday(words: readonly string[]): Weekday | null {
  return ENGLISH_WEEKDAYS[weekdayIn(words) ?? -1] ?? null;
}

/** The date meant by common Hebrew words, as YYYY-MM-DD; null where there is none. */
export function readHebrewDate(words: readonly string[], today: string): string | null {
  const calendar = calendarDateIn(words, today);
  if (calendar !== null) return calendar;
  const weekday = weekdayIn(words);
  if (weekday !== null) return nextWeekday(today, weekday);
  if (words.some((word) => /^ל?מחרתיים$/u.test(word))) return daysAfter(today, 2);
  if (words.some((word) => /^ל?מחר$/u.test(word))) return daysAfter(today, 1);
  return words.some((word) => /^ל?היום$/u.test(word)) ? today : null;
}
