import { readHebrewDate } from '../../brain/hebrew-date-words.ts';
import { readHebrewTime } from '../../brain/hebrew-time-words.ts';
import type { HeardWord } from '../../phone/heard-truth.ts';
import type { ObservedLaw, PlayedCall } from '../played-call.ts';

const HEARD_SHARE = 0.6;

/** Ways to claim something, and the message that makes it true; one is never sent during a call, so that is never true. */
const CLAIMS = [
  { words: ['קבעתי'], trueAfter: 'appointment_created' },
  { words: ['שריינתי'], trueAfter: 'appointment_created' },
  { words: ['שמרתי', 'לך'], trueAfter: 'appointment_created' },
  { words: ['התור', 'נקבע'], trueAfter: 'appointment_created' },
  { words: ['התור', 'שלך', 'נקבע'], trueAfter: 'appointment_created' },
  { words: ['נקבע', 'לך', 'תור'], trueAfter: 'appointment_created' },
  { words: ['התור', 'הועבר'], trueAfter: 'appointment_moved' },
  { words: ['העברתי', 'את', 'התור'], trueAfter: 'appointment_moved' },
  { words: ['בוטל'], trueAfter: 'appointment_cancelled' },
  { words: ['ביטלתי'], trueAfter: 'appointment_cancelled' },
  { words: ['רשמתי', 'אותך'], trueAfter: 'waitlisted' },
  { words: ['שלחתי'], trueAfter: null },
] as const;

function bare(word: string): string {
  return word.replace(/[^\p{L}]/gu, '');
}

interface Announced {
  atMs: number;
  slot: { date?: string; time?: string };
}

/** From the claim to the end of its sentence, without signs. */
function restOfSentence(words: readonly HeardWord[], index: number): string[] {
  const { speech } = words[index] ?? {};
  const rest = words.slice(index).filter((word) => word.speech === speech);
  const end = rest.findIndex(({ text }) => /[.!?]$/u.test(text));
  const sentence = end < 0 ? rest : rest.slice(0, end + 1);
  return sentence.map(({ text }) => text.replace(/[.,!?;]+$/u, ''));
}

const RELATIVE = /^ל?(?:היום|מחר|מחרתיים)$/u;
const DAY_MS = 86_400_000;

/** Whether what was announced is of the day and the hour that were heard, as far as any was. */
function agrees(heard: readonly string[], { date, time }: Announced['slot']): boolean {
  const saidTime = readHebrewTime(heard);
  if (time !== undefined && saidTime !== null && saidTime !== time) return false;
  if (date === undefined) return true;
  // Seen from the day before, a weekday or a date without its year is that of the row only where it is the same.
  const dayBefore = new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);
  const certain = heard.filter((word) => !RELATIVE.test(word));
  return (readHebrewDate(certain, dayBefore) ?? date) === date;
}

type Announcements = (message: string) => Announced[];

function claimsAt(words: readonly HeardWord[], index: number, announced: Announcements): string[] {
  const startedMs = words[index]?.startedMs ?? 0;
  const heard = restOfSentence(words, index);
  return CLAIMS.filter((claim) =>
    claim.words.every((word, offset) => bare(words[index + offset]?.text ?? '') === word),
  ).flatMap(({ words: said, trueAfter }) => {
    const earlier = trueAfter === null ? [] : announced(trueAfter).filter(({ atMs }) => atMs <= startedMs);
    if (earlier.length === 0) return [`the caller heard «${said.join(' ')}» before it was true`];
    if (earlier.some(({ slot }) => agrees(heard, slot))) return [];
    return [`the caller heard «${heard.join(' ')}», which is not the day and hour of the row`];
  });
}

/** What a server message says of an appointment or of a day. */
function slotOf(text: string): Announced['slot'] {
  const date = /\d{4}-\d\d-\d\d/u.exec(text)?.[0];
  const time = /"time":"(\d\d:\d\d)"/u.exec(text)?.[1];
  return { ...(date === undefined ? {} : { date }), ...(time === undefined ? {} : { time }) };
}

function faultsOf(call: PlayedCall): string[] {
  const own = call.rows.filter((row) => call.sight === 'phoneOnly' && row.callSid === call.callSid);
  const unseen = own.map(({ date, time }): Announced => ({ atMs: -Infinity, slot: { date, time } }));
  const announced: Announcements = (message) => {
    const told = call.record.modelNews('server.message').filter((news) => news.text.includes(message));
    return told.length === 0 ? unseen : told.map(({ atMs, text }) => ({ atMs, slot: slotOf(text) }));
  };
  const heard = call.words.filter((word) => word.heardMs >= word.wordMs * HEARD_SHARE);
  return heard.flatMap((_, index) => claimsAt(heard, index, announced));
}

/** L7: no claim of a booking, reservation or sent message is heard before the server made it true, on that day and at that hour. */
export const noFalseConfirmation: ObservedLaw = {
  law: 'L7',
  name: 'no false confirmation is heard',
  needs: 'phone',
  faults: faultsOf,
};
