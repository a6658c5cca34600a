import { isSettled } from './saying.ts';
import type { Saying } from './saying.ts';
import { dayNumber, hourNumber, lookUp, minutesAfter, minutesTo } from './said-numbers.ts';
import type { SaidNumber } from './said-numbers.ts';

/** A day, and its hour where there is one, in the business's zone: `YYYY-MM-DD`, `HH:MM`. */
export interface DayAndTime {
  date: string;
  time: string | null;
}

/** A day or an hour that was spoken of. What is open may go on, so it fits all that it may become. */
interface Mention {
  kind: 'weekday' | 'date' | 'relative' | 'time' | 'part';
  /** Its first word, and the one after its last. */
  at: number;
  next: number;
  /** The letters before it. */
  prefix: string;
  fits: (row: DayAndTime) => boolean;
}

/** A day with its hour, as far as both were said. */
export interface SaidSlot {
  at: number;
  /** «מיום…»: where something was. */
  from: boolean;
  fits: (row: DayAndTime) => boolean;
}

/**
 * The days and hours an answer speaks of, in their order: a day and the hour said with it are one slot. `starts` says
 * where a new one begins whatever came before.
 */
export function slotsIn(saying: Saying, today: string | null, starts: (at: number) => boolean): SaidSlot[] {
  const groups: Mention[][] = [];
  let isNew = true;
  for (let at = 0; at < saying.words.length;) {
    isNew ||= starts(at);
    const mention = mentionAt(saying, at, today);
    if (mention !== null && saying.words[at - 1] !== 'עד') {
      const open = groups.at(-1);
      if (open === undefined || isNew || !goesOn(open, mention)) groups.push([mention]);
      else open.push(mention);
      isNew = false;
    }
    at = mention?.next ?? at + 1;
  }
  return groups.map((group) => ({
    at: group[0]?.at ?? 0,
    from: isFrom(group),
    fits: (row) => group.every(({ fits }) => fits(row)),
  }));
}

const isFrom = (group: readonly Mention[]): boolean => group[0]?.prefix.endsWith('מ') ?? false;

function goesOn(group: readonly Mention[], { kind, prefix }: Mention): boolean {
  return !group.some((other) => other.kind === kind) && !(isFrom(group) && prefix.endsWith('ל'));
}

function mentionAt(saying: Saying, at: number, today: string | null): Mention | null {
  return (
    weekdayAt(saying, at) ??
    saturdayAt(saying, at) ??
    isoDateAt(saying, at) ??
    writtenDateAt(saying, at) ??
    spokenDateAt(saying, at) ??
    relativeAt(saying, at, today) ??
    timeAt(saying, at) ??
    partAt(saying, at)
  );
}

const listed = (text: string): Map<string, number> => new Map(text.split(' ').map((word, index) => [word, index]));

const WEEKDAYS = listed('ראשון שני שלישי רביעי חמישי שישי שבת');
const WEEKDAY_LETTERS = listed('א ב ג ד ה ו');
const SATURDAY = new Map([['שבת', 6]]);
const DAY = /^[וש]?([בלהמ]?)יום$/;

/** «ביום שלישי», «יום ג׳». */
function weekdayAt({ words, whole }: Saying, at: number): Mention | null {
  const day = DAY.exec(words[at] ?? '');
  if (day === null) return null;
  const name = words[at + 1] ?? '';
  const letter = at + 1 < whole ? WEEKDAY_LETTERS.get(name) : undefined;
  const named = WEEKDAYS.get(name) ?? letter;
  return named === undefined ? null : weekday(named, { at, next: at + 2, prefix: day[1] ?? '' });
}

/** «בשבת», but not «שבת שלום». */
function saturdayAt(saying: Saying, at: number): Mention | null {
  const saturday = lookUp(SATURDAY, saying.words[at]);
  if (saturday === null || saying.words[at + 1] === 'שלום' || !isSettled(saying, at + 1)) return null;
  return weekday(6, { at, next: at + 1, prefix: saturday.prefix });
}

function weekday(named: number, where: Pick<Mention, 'at' | 'next' | 'prefix'>): Mention {
  return { kind: 'weekday', ...where, fits: ({ date }) => new Date(`${date}T00:00:00Z`).getUTCDay() === named };
}

const MONTHS = listed('ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר');
const YEAR_MONTH_DAY = /^([ובלמה]{0,2})-?(\d{4}-\d\d-\d\d)$/;
const DAY_MONTH = /^([ובלמה]{0,2})-?(\d{1,2})[./](\d{1,2})(?:[./](?:20)?(\d\d))?$/;
const HOUR = /^ו?([בלהמ]?)שעה$/;

function isoDateAt({ words, whole }: Saying, at: number): Mention | null {
  const [, prefix = '', iso] = YEAR_MONTH_DAY.exec(words[at] ?? '') ?? [];
  if (iso === undefined || at >= whole) return null;
  return { kind: 'date', at, next: at + 1, prefix, fits: ({ date }) => date === iso };
}

/** «5.12», «05/12/2026». */
function writtenDateAt({ words, whole }: Saying, at: number): Mention | null {
  const [, prefix = '', day, month, year] = DAY_MONTH.exec(words[at] ?? '') ?? [];
  if (day === undefined || at >= whole || Number(month) > 12) return null;
  const fits = ({ date }: DayAndTime): boolean =>
    dayOf(date) === Number(day) && monthOf(date) === Number(month) && (year === undefined || date.slice(2, 4) === year);
  return { kind: 'date', at, next: at + 1, prefix, fits };
}

const dayOf = (date: string): number => Number(date.slice(8, 10));
const monthOf = (date: string): number => Number(date.slice(5, 7));

/** «5 בדצמבר», «החמישי בדצמבר», «ה-5 לחודש», «בדצמבר». */
function spokenDateAt({ words }: Saying, at: number): Mention | null {
  const day = dayNumber(words, at);
  const month = lookUp(MONTHS, words[day?.next ?? at]);
  if (day !== null && (month !== null || /^[בל]חודש$/.test(words[day.next] ?? ''))) {
    const fits = ({ date }: DayAndTime): boolean =>
      dayOf(date) === day.value && (month === null || monthOf(date) === month.value + 1);
    return { kind: 'date', at, next: day.next + 1, prefix: day.prefix, fits };
  }
  if (day !== null || month === null || !/[בל]$/.test(month.prefix)) return null;
  const { prefix, value } = month;
  return { kind: 'date', at, next: at + 1, prefix, fits: ({ date }) => monthOf(date) === value + 1 };
}

const RELATIVE = listed('היום מחר מחרתיים');
const DAY_MS = 86_400_000;

function relativeAt({ words, whole }: Saying, at: number, today: string | null): Mention | null {
  const said = lookUp(RELATIVE, words[at]);
  if (said === null || today === null) return null;
  const isSaid = (days: number): boolean => days === said.value || (at >= whole && said.value === 1 && days === 2);
  const fits = ({ date }: DayAndTime): boolean => isSaid((Date.parse(date) - Date.parse(today)) / DAY_MS);
  return { kind: 'relative', at, next: at + 1, prefix: said.prefix, fits };
}

const CLOCK = /^([ובלמה]{0,2})-?(\d{1,2})[:.](\d\d)$/;
const COUNTED = new Set('שעות דקות אנשים ימים שבועות חודשים פעמים שקל שקלים שח אחוז'.split(' '));

/** «בשעה 10:00», «באחת עשרה וחצי», «ברבע לשתיים». */
function timeAt(saying: Saying, at: number): Mention | null {
  const marked = HOUR.exec(saying.words[at] ?? '');
  if (marked === null) return clockAt(saying, at) ?? spokenTimeAt(saying, at, null);
  const mention = clockAt(saying, at + 1) ?? spokenTimeAt(saying, at + 1, marked);
  return mention && { ...mention, at, prefix: marked[1] ?? '' };
}

function clockAt({ words, whole }: Saying, at: number): Mention | null {
  const word = words[at] ?? '';
  const [, prefix = '', hour, minute] = CLOCK.exec(word) ?? [];
  // «5.1» may become «5.12», which is a day.
  if (hour === undefined || (at >= whole && word.includes('.'))) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  return { kind: 'time', at, next: at + 1, prefix, fits: ({ time }) => isAt(time, minutes) };
}

function spokenTimeAt(saying: Saying, at: number, marked: object | null): Mention | null {
  const said = hourNumber(saying.words, at);
  const isOne = said !== null && isHour(saying, said, { from: at, marked: marked !== null });
  return isOne ? spokenTime(saying, said, at) : null;
}

/** A bare number is an hour with a preposition before it and nothing counted after it, once that is known. */
function isHour(saying: Saying, said: SaidNumber, { from, marked }: { from: number; marked: boolean }): boolean {
  const { words, whole } = saying;
  if (said.value > 24 || (from >= whole && /\d/.test(words[from] ?? ''))) return false;
  return marked || (/[בלמ]$/.test(said.prefix) && isSettled(saying, said.next) && !COUNTED.has(words[said.next] ?? ''));
}

function spokenTime(saying: Saying, said: SaidNumber, at: number): Mention {
  const { words } = saying;
  const after = minutesAfter(words, said.next);
  const next = after?.next ?? said.next;
  const to = after === null && said.prefix.endsWith('ל') ? minutesTo(words, at) : null;
  const minutes = said.value * 60 + (after?.value ?? 0) - (to ?? 0);
  const isOpen = !isSettled(saying, next) || (words[next] === 'פחות' && !isSettled(saying, next + 1));
  const fits = ({ time }: DayAndTime): boolean => (isOpen ? isWithin(time, said.value) : isAt(time, minutes));
  return { kind: 'time', at, next, prefix: said.prefix, fits };
}

const HALF_A_DAY = 720;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** An hour after noon is often said as one before it; never the other way round. */
function isAt(time: string | null, minutes: number): boolean {
  if (time === null) return true;
  const booked = minutesOf(time);
  const isEarly = minutes < HALF_A_DAY + 60;
  return booked === minutes || (isEarly && booked % HALF_A_DAY === (minutes + HALF_A_DAY) % HALF_A_DAY);
}

/** Whether an hour that may go on («אחת…») may become this one: itself, ten more, or some minutes less. */
function isWithin(time: string | null, hour: number): boolean {
  const booked = time === null ? hour : Number(time.slice(0, 2));
  return [hour, hour - 1, hour + 10].some((one) => (one + 12) % 12 === booked % 12);
}

const PARTS = new Map<string, readonly [from: number, until: number]>([
  ['בבוקר', [4, 12]],
  ['בצהריים', [11, 17]],
  ['הצהריים', [12, 20]],
  ['בערב', [16, 24]],
]);

/** «בבוקר», «אחר הצהריים», «בערב». */
function partAt({ words }: Saying, at: number): Mention | null {
  const hours = PARTS.get(words[at] ?? '');
  if (hours === undefined || words[at - 1] === 'לפני') return null;
  const fits = ({ time }: DayAndTime): boolean => {
    const hour = time === null ? hours[0] : Number(time.slice(0, 2));
    return hour >= hours[0] && hour < hours[1];
  };
  return { kind: 'part', at, next: at + 1, prefix: '', fits };
}
