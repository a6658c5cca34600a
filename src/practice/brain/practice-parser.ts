import type { Intent, ParsedWish, ParserRequest } from './brain.ts';
import { readHebrewDate, readHebrewWeekday } from './hebrew-date-words.ts';
import { readHebrewTime } from './hebrew-time-words.ts';

const CONFIRMATIONS = ['כן', 'תקבעי', 'תקבע', 'בטח', 'סגור', 'מאשר', 'מאשרת', 'מתאים', 'יאללה'];
const BOOKING_WORDS = ['תור', 'לקבוע', 'פגישה'];
const REFUSALS = ['לא', 'עזוב', 'עזבי'];
const ERRANDS: readonly (readonly [Intent, RegExp])[] = [
  ['waitlist', /המתנה/u],
  ['cancel', /(?:^|\s)(?:ל|ת)בטלי?(?:\s|$|[,.?!])|ביטול/u],
  ['move', /(?:^|\s)(?:להזיז|תזיזי?|להעביר|תעבירי?|לדחות|להקדים|לשנות)(?:\s|$)/u],
  ['another', /(?:עוד תור|תור נוסף)/u],
  ['hear', /מתי .*(?:התור|תור שלי|תורי)/u],
];
const NAME_OPENINGS = ['קוראים לי', 'השם שלי הוא', 'השם שלי', 'שמי', 'מדבר', 'מדברת'];
const NAME_ENDINGS = ['ואני', 'אני', 'ורציתי', 'רוצה', 'אפשר', 'מספר', 'הטלפון', 'טלפון', 'ביום', 'מחר', 'היום'];

function wordsIn(text: string): string[] {
  return text
    .replace(/[^\p{L}\p{N}:'"״׳/.-]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^[.'"״׳-]+|[.'"״׳-]+$/gu, ''))
    .filter((word) => word !== '');
}

function nameIn(text: string): string | null {
  const opening = NAME_OPENINGS.find((words) => text.includes(`${words} `));
  if (opening === undefined) return null;
  const after = (text.split(`${opening} `)[1] ?? '').split(/[,.?!]/u)[0] ?? '';
  const following = wordsIn(after);
  const end = following.findIndex((word) => NAME_ENDINGS.includes(word));
  const name = following.slice(0, Math.min(3, end < 0 ? following.length : end)).join(' ');
  return name === '' ? null : name;
}

function bareNameIn(words: readonly string[], instructions: string): string | null {
  const asked = instructions.includes('need_name');
  return asked && words.length >= 2 && words.length <= 3 ? words.join(' ') : null;
}

function phoneIn(text: string): string | null {
  const digits = text.replace(/(?<=\d)[\s-]+(?=\d)/gu, '');
  return /(?<!\d)0\d{8,9}(?!\d)/u.exec(digits)?.[0] ?? null;
}

function todayIn(instructions: string): string {
  return /\d{4}-\d{2}-\d{2}/u.exec(instructions)?.[0] ?? new Date().toISOString().slice(0, 10);
}

function actionOf(words: readonly string[], asked: boolean): ParsedWish['action'] {
  if (asked) return 'ask';
  if (words.some((word) => CONFIRMATIONS.includes(word))) return 'confirm';
  return words.some((word) => BOOKING_WORDS.includes(word)) ? 'ask' : 'none';
}

function intentOf(text: string, declined: boolean): Intent | null {
  const errand = ERRANDS.find(([, words]) => words.test(text));
  return errand?.[0] ?? (declined ? 'decline' : null);
}

/** A small, honest stand-in for the language model: reads common Hebrew ways to ask for an appointment, else says none. */
export function readHebrewWish(request: ParserRequest): ParsedWish {
  const words = wordsIn(request.text);
  const date = readHebrewDate(words, todayIn(request.instructions));
  const time = readHebrewTime(words);
  const declined = date === null && time === null && words.some((word) => REFUSALS.includes(word));
  const intent = intentOf(request.text, declined);
  const isYesToCancel = intent === 'cancel' && request.instructions.includes('נשאל אם לבטל');
  const says = isYesToCancel ? 'confirm' : actionOf(words, date !== null || time !== null);
  return {
    action: intent === 'decline' || intent === 'hear' ? 'none' : says,
    date,
    time,
    name: nameIn(request.text) ?? bareNameIn(words, request.instructions),
    phone: phoneIn(request.text),
    intent,
    weekday: readHebrewWeekday(words),
  };
}
