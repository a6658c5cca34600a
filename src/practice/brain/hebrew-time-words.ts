import { isMonth } from './hebrew-date-words.ts';

const HOURS = 'אחת שתיים שלוש ארבע חמש שש שבע שמונה תשע עשר'.split(' ');
const MINUTES: Readonly<Record<string, number>> = { וחצי: 30, ורבע: 15, ועשרים: 20, ועשרה: 10 };
const EVENING = ['בערב', 'בצהריים', 'אחרי'];

function clock(hour: number, minute: number): string | null {
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourWord(words: readonly string[], index: number): { hour: number; next: number } | null {
  const word = (words[index] ?? '').replace(/^[בל]-?/u, '');
  const hour = HOURS.indexOf(word) + 1;
  if (hour === 0) return null;
  const following = words[index + 1];
  if (hour === 1 && following === 'עשרה') return { hour: 11, next: index + 2 };
  if (hour === 2 && following === 'עשרה') return { hour: 12, next: index + 2 };
  return { hour, next: index + 1 };
}

function isMarked(words: readonly string[], index: number): boolean {
  return /^[בל]/u.test(words[index] ?? '') || words[index - 1] === 'בשעה' || words[index - 1] === 'לשעה';
}

function asAfternoon(hour: number, words: readonly string[]): number {
  const afternoon = words.some((word) => EVENING.includes(word)) || hour < 7;
  return afternoon && hour < 12 ? hour + 12 : hour;
}

function digitTime(words: readonly string[]): string | null {
  for (const [index, word] of words.entries()) {
    const exact = /^[בל]?-?(\d{1,2}):(\d{2})$/u.exec(word);
    if (exact !== null) return clock(Number(exact[1]), Number(exact[2]));
    const hour = /^[בל]?-?(\d{1,2})$/u.exec(word);
    const isDay = isMonth(words[index + 1] ?? '');
    if (hour !== null && isMarked(words, index) && !isDay) return clock(asAfternoon(Number(hour[1]), words), 0);
  }
  return null;
}

/** The time meant by common Hebrew words («בעשר וחצי», «בשעה 16:00»), as HH:MM; null where there is none. */
export function readHebrewTime(words: readonly string[]): string | null {
  const digits = digitTime(words);
  if (digits !== null) return digits;
  for (const index of words.keys()) {
    const found = isMarked(words, index) ? hourWord(words, index) : null;
    if (found !== null) return clock(asAfternoon(found.hour, words), MINUTES[words[found.next] ?? ''] ?? 0);
  }
  return null;
}
