import { clauseAround, readSaying } from './saying.ts';
import type { Hearing, Saying } from './saying.ts';
import { slotsIn } from './said-slots.ts';
import type { DayAndTime, SaidSlot } from './said-slots.ts';
import { isAboutSomethingElse, isDenied, isDetail, isNote, THINGS } from './claim-words.ts';

/** A slot that the database holds for this call, in the business's zone. */
export interface BookedTime {
  date: string;
  time: string;
}

/** What is true for this caller, by the rows. */
export interface Truth {
  /** `YYYY-MM-DD` in the business's zone; null where «tomorrow» means no certain day. */
  today: string | null;
  /** What this call itself wrote and still stands. */
  booked: readonly BookedTime[];
  /** All the caller's appointments that stand, whichever call made them. */
  standing: readonly BookedTime[];
  /** What this call moved, where it is now, and what it cancelled. */
  moved: readonly BookedTime[];
  cancelled: readonly BookedTime[];
  /** The days whose waitlist the caller is on. */
  waitlisted: readonly string[];
}

type Kind = 'sent' | 'booked' | 'standing' | 'moved' | 'cancelled' | 'waitlisted';

interface Claim {
  at: number;
  word: string;
  kind: Kind;
  /** The rows that can make it true. */
  rows: readonly DayAndTime[];
}

/**
 * The first word of `text` that claims a booking, a change of one, a place on a waitlist or a sent message which is not
 * true; null where all is true (law L7). Nothing is ever sent during a call, so "I sent" is never true; the others are true
 * only with a committed row, and with one for every day and hour that the answer speaks of.
 */
export function falseClaim(text: string, truth: Truth, hearing: Hearing = 'whole'): string | null {
  const saying = readSaying(text, hearing);
  const claims = claimsIn(saying, truth);
  if (claims.length === 0) return null;
  const unbacked = claims.find(({ rows }) => rows.length === 0);
  return (unbacked ?? contradicted(saying, claims, truth))?.word ?? null;
}

/** True where a word could begin or complete a claim: the cheap question asked of every new word. */
export function mayClaim(text: string): boolean {
  return readSaying(text, 'whole').words.some((word) => knownForm(word) !== null);
}

function claimsIn(saying: Saying, truth: Truth): Claim[] {
  return saying.words.flatMap((word, at): Claim[] => {
    const kind = claimAt(saying, at);
    return kind === null ? [] : [{ at, word, kind, rows: rowsFor(kind, { saying, at, truth }) }];
  });
}

interface Place {
  saying: Saying;
  at: number;
  truth: Truth;
}

function rowsFor(kind: Kind, { saying, at, truth }: Place): readonly DayAndTime[] {
  const waitlisted = truth.waitlisted.map((date) => ({ date, time: null }));
  switch (kind) {
    case 'sent':
      return [];
    case 'waitlisted':
      return waitlisted;
    case 'booked':
      return mayBeOfWaitlist(saying, at) ? [...truth.booked, ...waitlisted] : truth.booked;
    default:
      return truth[kind];
  }
}

/** A claim beside which the answer names a day or an hour that none of its rows has. */
function contradicted(saying: Saying, claims: readonly Claim[], { today }: Truth): Claim | undefined {
  const starts = (at: number): boolean => claims.some((claim) => claim.at === at);
  const clauses = new Set(claims.map(({ at }) => saying.clauses[at]));
  const concerns = ({ at }: SaidSlot): boolean => clauses.has(saying.clauses[at]) || !isAboutSomethingElse(saying, at);
  for (const slot of slotsIn(saying, today, starts)) {
    const beside = claimsBeside(slot, claims);
    const isOrigin = beside.some(({ kind, at }) => kind === 'moved' && wasThere(saying, slot, at));
    const isTrue = isOrigin || beside.some(({ rows }) => rows.some(slot.fits));
    if (!isTrue && concerns(slot)) return beside[0];
  }
  return undefined;
}

/** A day said between two claims may belong to either. */
function claimsBeside(slot: SaidSlot, claims: readonly Claim[]): Claim[] {
  const before = claims.findLast(({ at }) => at < slot.at);
  const after = claims.find(({ at }) => at >= slot.at);
  return [before, after].filter((claim) => claim !== undefined);
}

/** «מיום ראשון», «התור של יום ראשון הועבר»: of a move, where the appointment was. */
function wasThere({ words }: Saying, slot: SaidSlot, claimedAt: number): boolean {
  return slot.from || (slot.at < claimedAt && words.slice(Math.max(0, slot.at - 2), slot.at).some(isAppointment));
}

const listed = (words: string): string[] => words.split(' ');
const SENT = new Set(['שלחתי', 'שלחנו', 'שלחה', 'נשלחה', 'נשלחו', 'סימסתי', 'וואטסאפתי']);
const BOOKED_BY_ME = new Set(
  listed(
    'קבעתי קבענו שריינתי שריינו תיאמתי תיאמנו סידרתי סידרנו הזמנתי הזמנו שמרתי שמרנו סגרתי סגרנו אישרתי אישרנו שיבצתי שיבצנו רשמתי רשמנו הכנסתי הכנסנו הוספתי הוספנו',
  ),
);
const BOOKED_PASSIVE = new Set(
  listed(
    'נקבע נקבעה נקבעו שוריין שוריינה שורין הוזמן הוזמנה נשמר נשמרה אושר אושרה נרשם נרשמה נרשמת שובץ שובצת תואם סודר הוכנס הוכנסת',
  ),
);
/** What stands, whoever made it so. */
const STATES = new Set(listed('מאושר משוריין משוריינת שמור קבוע רשום רשומה'));
/** Of an appointment "done", of a shop "shut". */
const CLOSED = new Set(listed('סגור סגורה נסגר נסגרה'));
const CANCELLED = new Set(listed('ביטלתי ביטלנו בוטל בוטלה בוטלו מבוטל מבוטלת מחקתי מחקנו נמחק הסרתי הסרנו הוסר'));
const MOVED = new Set(listed('העברתי העברנו הועבר הועברה הזזתי הזזנו הוזז הוזזה דחיתי דחינו נדחה הקדמתי הקדמנו הוקדם'));
/** Of an appointment a move, of anything else none. */
const CHANGED = new Set(listed('שיניתי שינינו עדכנתי עדכנו עודכן עודכנה'));
const WAITLIST_VERBS = new Set(listed('רשמתי רשמנו הכנסתי הכנסנו הוספתי הוספנו נרשם נרשמה נרשמת הוכנסת רשום רשומה'));
const WAITING = /^[בל]?ה?המתנה$/;
const APPOINTMENTS = new Set(listed('תור התור תורך תורכם פגישה הפגישה'));
const SIGNAL_WORDS = new Set([
  ...[SENT, BOOKED_BY_ME, BOOKED_PASSIVE, STATES, CLOSED, CANCELLED, MOVED, CHANGED, APPOINTMENTS].flatMap((words) => [
    ...words,
  ]),
]);

/** Without the "and", "that" and "when" that Hebrew writes as a prefix. */
const bare = (word: string): string => word.replace(/^(?:וש|כש|ו|ש)(?=.{3})/, '');
const isAppointment = (word: string): boolean => APPOINTMENTS.has(word) || APPOINTMENTS.has(bare(word));

function knownForm(word = ''): string | null {
  if (SIGNAL_WORDS.has(word)) return word;
  return SIGNAL_WORDS.has(bare(word)) ? bare(word) : null;
}

function claimAt(saying: Saying, at: number): Kind | null {
  const word = knownForm(saying.words[at]);
  if (word === null) return null;
  const kind = isAppointment(word) ? existing(saying, at) : verbAt(word, saying, at);
  const isMine = !BOOKED_PASSIVE.has(word) && !STATES.has(word) && !CLOSED.has(word);
  return kind !== null && isDenied(saying, at, { isMine, isState: STATES.has(word) }) ? null : kind;
}

function verbAt(word: string, saying: Saying, at: number): Kind | null {
  if (SENT.has(word)) return 'sent';
  if (CANCELLED.has(word)) return 'cancelled';
  if (MOVED.has(word)) return following(saying, at, 3).some(isDetail) ? 'sent' : 'moved';
  if (CHANGED.has(word)) return isChangeOfAppointment(saying, at) ? 'moved' : null;
  if (WAITLIST_VERBS.has(word) && following(saying, at, NEAR).some((near) => WAITING.test(near))) return 'waitlisted';
  return claimsBooking(word, saying, at);
}

function claimsBooking(word: string, saying: Saying, at: number): Kind | null {
  if (BOOKED_BY_ME.has(word)) return isNote(word, saying, at) ? null : 'booked';
  if (CLOSED.has(word)) return isClosedDeal(saying, at) ? 'booked' : null;
  if (!claimsThing(saying, at)) return null;
  return STATES.has(word) && isOfTheirs(saying, at) ? 'standing' : 'booked';
}

const NEAR = 5;
const following = ({ words }: Saying, at: number, many: number): readonly string[] =>
  words.slice(at + 1, at + 1 + many);

/** "I put you down …", where there is a waitlist entry and what it is put down in has not been said yet. */
function mayBeOfWaitlist(saying: Saying, at: number): boolean {
  const near = following(saying, at, NEAR);
  const isVerb = WAITLIST_VERBS.has(knownForm(saying.words[at]) ?? '');
  return isVerb && near.length < NEAR && !near.some((word) => /^[לב]?ה?(?:תור|יום|שעה|פגישה)$/.test(word));
}

/** Where a passive form is followed by one of these, a time is what it speaks of. */
const TO_A_TIME = /^(?:ל(?:יום|מחר|מחרתיים|היום|שעה|תאריך|שבת|-?\d.*)|בשעה|לך|עבורך|בשבילך|לכם)$/;

/** A passive form claims something where an appointment, a place or the caller stands near it, or nothing at all. */
function claimsThing(saying: Saying, at: number): boolean {
  const { words, sentences } = saying;
  const { before } = clauseAround(saying, at);
  if (before.some(isDetail) && !before.some(isAppointment)) return false;
  if (/^אתה?$/.test(words[at - 1] ?? '') || TO_A_TIME.test(words[at + 1] ?? '')) return true;
  const isNear = (other: number): boolean => Math.abs(other - at) < NEAR && sentences[other] === sentences[at];
  const isThing = (word: string): boolean => THINGS.has(word) || THINGS.has(bare(word)) || isAppointment(word);
  return words.some((word, other) => isNear(other) && isThing(word)) || standsAlone(saying, at);
}

const FILLERS = new Set(
  listed('מעולה בסדר גמור טוב אז יופי מצוין נהדר סבבה אוקיי כן הכל הכול זה כבר בהצלחה לך הנה תודה רבה ואז'),
);

/** Nothing else is spoken of in its clause. */
function standsAlone(saying: Saying, at: number): boolean {
  const { before, after } = clauseAround(saying, at);
  return [...before, ...after].every((word) => FILLERS.has(word));
}

/** Its clause is over. */
const isOver = ({ clauses, openClause }: Saying, at: number): boolean => clauses[at] !== openClause;

function isChangeOfAppointment(saying: Saying, at: number): boolean {
  const { before, after } = clauseAround(saying, at);
  const near = [...before.slice(-NEAR), ...after.slice(0, NEAR)];
  if (near.some(isAppointment)) return true;
  if (near.some(isDetail)) return false;
  return after.some((word) => /^(?:ה?(?:שעה|מועד|זמן|תאריך)|אותך|ליום|לשעה)$/.test(word)) || onlyWhenOver(saying, at);
}

const onlyWhenOver = (saying: Saying, at: number): boolean => standsAlone(saying, at) && isOver(saying, at);

const OPEN_DAY = /^ו?[בה]?(?:שבת|שבתות|יום|חג|חגים|עכשיו|מחר|סופי?)$/;
const SEE_YOU = /^ו?(?:מחכים|מחכה|נחכה|נתראה|להתראות|ניפגש|נפגש)$/;

/** «התור סגור», «הכול סגור», or «סגור» alone. */
function isClosedDeal(saying: Saying, at: number): boolean {
  const { before, after } = clauseAround(saying, at);
  if ([...before, ...after.slice(0, NEAR)].some(isAppointment) || TO_A_TIME.test(after[0] ?? '')) return true;
  if (before.some((word) => OPEN_DAY.test(word)) || !standsAlone(saying, at)) return false;
  const isAll = /^הכו?ל$/.test(before.at(-1) ?? '');
  return (isAll && isOver(saying, at)) || isLastWord(saying, at);
}

/** Nothing comes after it but the time, or that they are awaited. */
function isLastWord(saying: Saying, at: number): boolean {
  const { words } = saying;
  if (words.every((word, other) => other === at || FILLERS.has(word))) return saying.openClause === null;
  const times = slotsIn(saying, null, () => false);
  return words.some((word) => SEE_YOU.test(word)) || times.some((slot) => !isAboutSomethingElse(saying, slot.at));
}

/** «התור שלך», «יש לך». */
function isOfTheirs(saying: Saying, at: number): boolean {
  return /(?:^| )(?:ה?תור|ה?פגישה|יש) (?:שלך|שלכם|לך|לכם)(?: |$)/.test(clauseAround(saying, at).before.join(' '));
}

const SAYS_WHEN = /^(?:הוא|היא|יהיה|תהיה|מחר|היום|מחרתיים|[לב](?:יום|שעה|מחר|היום|-?\d.*))$/;

/** "You have an appointment …", "your appointment is on …". */
function existing({ words }: Saying, at: number): Kind | null {
  const before = words.slice(Math.max(0, at - 3), at).join(' ');
  if (/(?:^| )ו?יש (?:לך|לכם)(?: כבר| גם| עוד)?$/.test(before)) return 'standing';
  const isSubject = !/(?:^| )(?:את|על|לגבי|של|לאיזה|מתי)$/.test(before);
  return isSubject && /^של(?:ך|כם)$/.test(words[at + 1] ?? '') && SAYS_WHEN.test(words[at + 2] ?? '')
    ? 'standing'
    : null;
}
