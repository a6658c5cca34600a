const ZONE = 'Asia/Jerusalem';
const DAY_MS = 86_400_000;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAYS_AHEAD_AT_LEAST = 2;

/** Today in the businesses' zone, as YYYY-MM-DD. */
function todayInZone(at = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(at);
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function nextWeekday(today: string, weekday: number): string {
  const from = daysAfter(today, DAYS_AHEAD_AT_LEAST);
  const current = new Date(`${from}T00:00:00Z`).getUTCDay();
  return daysAfter(from, (weekday - current + 7) % 7);
}

/** Reads `today`, `tomorrow`, `in 3 days`, `next tuesday` (at least two days ahead) or YYYY-MM-DD; null for anything else. */
export function readScriptDate(text: string, today = todayInZone()): string | null {
  const words = text.trim().toLowerCase();
  if (words === 'today') return today;
  if (words === 'tomorrow') return daysAfter(today, 1);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(words)) return words;
  const days = /^in (\d{1,3}) days$/u.exec(words)?.[1];
  if (days !== undefined) return daysAfter(today, Number(days));
  const weekday = WEEKDAYS.indexOf(words.replace(/^next /u, ''));
  return words.startsWith('next ') && weekday >= 0 ? nextWeekday(today, weekday) : null;
}

/** Puts real dates for `{next tuesday}` and the like into a text. */
export function withScriptDates(text: string, today = todayInZone()): string {
  return text.replace(/\{([^{}"]+)\}/gu, (whole, inner: string) => readScriptDate(inner, today) ?? whole);
}
