import { clauseAround } from './saying.ts';
import type { Saying } from './saying.ts';

const listed = (words: string): string[] => words.split(' ');

/** What an appointment is also called, and whom it is for. */
export const THINGS = new Set(listed('המקום מקום הזמן השעה המועד הכל הכול לך לכם אותך יומן ביומן'));

/** Changed or noted, these are no appointment; passed on, they are a message. */
const DETAILS = /^ו?(?:את)?ה?(?:פרטים|פרטייך|פרטיך|בקשה|בקשתך|הודעה|מידע|שם|שמך|מספר|מספרך|טלפון|כתובת|מייל)$/;
export const isDetail = (word: string): boolean => DETAILS.test(word);

const NOTING = new Set(listed('רשמתי רשמנו שמרתי שמרנו הוספתי הוספנו הכנסתי הכנסנו אישרתי אישרנו'));
const NEAR_OBJECT = 3;

/** "I noted your request" is no appointment; while it is still open what was noted, neither is "I noted". */
export function isNote(word: string, saying: Saying, at: number): boolean {
  const { after } = clauseAround(saying, at);
  const object = after.slice(0, NEAR_OBJECT);
  if (object.some(isDetail)) return true;
  const isOpen = saying.clauses[at] === saying.openClause && object.length < NEAR_OBJECT;
  return NOTING.has(word) && isOpen && object.every((next) => /^(?:לך|לי|לעצמי|לפניי|את|כבר|גם)$/.test(next));
}

const ELSEWHERE = new Set(
  listed(
    'רוצה רוצים תרצה תרצי תרצו אפשר האם אם פנוי פנויה פנויים פתוח פתוחה פתוחים סגור סגורים סגורה תפוס תפוסה תפוסים מלא שעות תודה רצה רצתה ביקש ביקשה ביקשת מבקש מבקשת להציע ייתכן',
  ),
);

/** A clause that asks, offers, thanks, or tells of the hours: its days are not those of a claim in another clause. */
export function isAboutSomethingElse(saying: Saying, at: number): boolean {
  const { before, after } = clauseAround(saying, at);
  return [...before, ...after].some((word) => ELSEWHERE.has(word) || ELSEWHERE.has(word.replace(/^[וש]/, '')));
}

const NOT = /^[וש]?(?:לא|טרם|אינו|אינה|אינני|איני)$/;
const WHETHER = /^ו?(?:אם|האם|אילו)$/;
const BEFORE_IT_IS = /^(?:ברגע|אחרי|לאחר|לפני|עד|כדי|בתנאי)$/;
const WISH = new Set(listed('רוצה רוצים רוצות תרצה תרצי תרצו אפשר כדאי כדי צריך מציע מציעה אשמח נשמח מעדיף מעדיפה עד'));
const LET_US = new Set(listed('בוא בואי בואו אולי מתי למתי איך'));
const BETWEEN = /^(?:שלך|שלכם|כבר|גם|באמת)$/;
const THING = /^(?:ו|ש|כש)?(?:ה?תור|ה?פגישה|זה|המקום|הזמן|השעה)$/;
const FIND = /^(?:מצאתי|מצאנו|מוצא|מוצאת|מוצאים|רואה|רואים|נמצא|מופיע|קיים)$/;
/** «אין בעיה» denies nothing. */
const NO_TROUBLE = /^(?:בעיה|בעיות|ספק|צורך|שום)$/;

/** Whether what would be a claim is denied, wished for, or said of a time to come, within its own clause. */
export function isDenied(saying: Saying, at: number, form: { isMine: boolean; isState: boolean }): boolean {
  const word = saying.words[at] ?? '';
  const before = clauseAround(saying, at).before.filter((one) => !BETWEEN.test(one));
  if (isNegated(before, word) || isAsked(before)) return true;
  if (!form.isMine && (isYetToBe(before, word) || isFuture(before, word))) return true;
  return (form.isState || THING.test(word)) && isMissing(before);
}

function isNegated(before: readonly string[], word: string): boolean {
  const last = before.at(-1) ?? '';
  if (NOT.test(last)) return before.at(-2) !== 'למה';
  return /^מ?בלי$/.test(last) && word.startsWith('ש');
}

/** «אם קבעתי», «האם התור נקבע». */
function isAsked(before: readonly string[]): boolean {
  const last = before.at(-1) ?? '';
  return (
    WHETHER.test(last) ||
    ((THING.test(last) || /^(?:יש|לך)$/.test(last)) && before.slice(-3).some((one) => WHETHER.test(one)))
  );
}

/** «ברגע שהתור נקבע», «כשהתור נקבע»: also with the thing in between. */
function isYetToBe(before: readonly string[], word: string): boolean {
  const last = before.at(-1) ?? '';
  return isOfATime(word, last) || (THING.test(last) && isOfATime(last, before.at(-2) ?? ''));
}

function isOfATime(word: string, outer: string): boolean {
  return word.startsWith('כש') || outer === 'כאשר' || (word.startsWith('ש') && BEFORE_IT_IS.test(outer));
}

/** «נקבע» is also "we shall book". */
function isFuture(before: readonly string[], word: string): boolean {
  const last = before.at(-1) ?? '';
  if (word === 'שנקבע' || word === 'ונקבע') return WISH.has(last);
  return word === 'נקבע' && (LET_US.has(last) || LET_US.has(before.at(-2) ?? ''));
}

/** «אין לך תור רשום», «לא מצאתי תור רשום». */
function isMissing(before: readonly string[]): boolean {
  return before.some((one, index) => {
    const next = before[index + 1] ?? '';
    return (/^[וש]?אין$/.test(one) && !NO_TROUBLE.test(next)) || (NOT.test(one) && FIND.test(next));
  });
}
