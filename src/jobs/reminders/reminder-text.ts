import { spokenDate } from '../../booking/hebrew-date.ts';

export interface Reminded {
  name: string;
  businessName: string;
  date: string;
  time: string;
}

/** Absolute words alone, since it may be read a day later. */
export function reminderText({ name, businessName, date, time }: Reminded): string {
  return `${greeting(name)}תזכורת מ${attached(businessName)}: יש לך תור ב${spokenDate(date)}, בשעה ${time}.`;
}

export interface Freed extends Reminded {
  /** Where to call; E.164. */
  businessPhone: string;
}

export function freedText({ name, businessName, date, time, businessPhone }: Freed): string {
  const call = businessPhone.replace(/^\+972/, '0');
  return `${greeting(name)}ב${spokenDate(date)}, בשעה ${time}, התפנה תור אצל ${marked(businessName)}. לא נקבע לך תור; אם מתאים לך, חייגו ${call}.`;
}

const RIGHT_TO_LEFT_MARK = '\u200f';

const greeting = (name: string): string => (marked(name) === '' ? '' : `שלום ${marked(name)}, `);

/** A prefix stands against a Hebrew word, and with a hyphen before any other. */
const attached = (name: string): string =>
  /^\p{Script=Hebrew}/u.test(marked(name)) ? marked(name) : `-${marked(name)}`;

/** Without marks and controls of its own; after a word of another script the line goes on from right to left. */
function marked(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return /[\p{L}\p{N}]$/u.test(clean) && !/\p{Script=Hebrew}$/u.test(clean) ? `${clean}${RIGHT_TO_LEFT_MARK}` : clean;
}
