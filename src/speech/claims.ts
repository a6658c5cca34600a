/** A slot that the database holds for this call, in the business's zone. */
export interface BookedTime {
  date: string;
  time: string;
}

/** What is true for this caller: what stands, what this call moved and cancelled, the days whose waitlist they are on. */
export interface Truth {
  booked: readonly BookedTime[];
  moved: readonly BookedTime[];
  cancelled: readonly BookedTime[];
  waitlisted: readonly string[];
}

type Claim = 'sent' | 'booked' | 'moved' | 'cancelled' | 'waitlisted';

/**
 * The first words of `text` that claim a booking, a change of one, a place on a waitlist or a sent message which is not
 * true; null where all is true (law L7). Nothing is ever sent during a call, so "I sent" is never true; the others are true
 * only with a committed row whose day and hour the text does not contradict.
 */
export function falseClaim(text: string, truth: Truth): string | null {
  const words = wordsOf(text);
  for (const [at, word] of words.entries()) {
    const claim = claimAt(words, at);
    if (claim !== null && !isTrue(claim, { words, at, truth })) return word;
  }
  return null;
}

function isTrue(claim: Claim, { words, at, truth }: { words: readonly string[]; at: number; truth: Truth }): boolean {
  switch (claim) {
    case 'sent':
      return false;
    case 'booked':
      return truth.booked.some((slot) => agreesWith(words, slot)) || mayBeOfWaitlist(words, at, truth);
    case 'waitlisted':
      return truth.waitlisted.some((date) => agreesOnDay(words, date));
    case 'moved':
    case 'cancelled':
      return truth[claim].some((slot) => agreesWith(words, slot));
  }
}

/** True where a word could begin or complete a claim: the cheap question asked of every new word. */
export function mayClaim(text: string): boolean {
  return wordsOf(text).some((word) => SIGNAL_WORDS.has(bare(word)) || SIGNAL_WORDS.has(word));
}

const SENT = new Set(['שלחתי', 'שלחנו', 'שלחה', 'נשלחה', 'נשלחו', 'סימסתי', 'וואטסאפתי']);
const BOOKED_BY_ME = new Set(
  'קבעתי קבענו שריינתי שריינו תיאמתי תיאמנו סידרתי סידרנו הזמנתי הזמנו שמרתי שמרנו סגרתי סגרנו אישרתי אישרנו שיבצתי שיבצנו רשמתי רשמנו הכנסתי הכנסנו הוספתי'.split(
    ' ',
  ),
);
const BOOKED_PASSIVE = new Set(
  'נקבע נקבעה נקבעו שוריין שוריינה שורין הוזמן הוזמנה נשמר נשמרה אושר אושרה נרשם נרשמה נרשמת שובץ שובצת תואם סודר נסגר הוכנס הוכנסת מאושר משוריין משוריינת שמור קבוע רשום רשומה סגור'.split(
    ' ',
  ),
);
const CANCELLED = new Set('ביטלתי ביטלנו בוטל בוטלה בוטלו מבוטל מבוטלת מחקתי מחקנו נמחק הסרתי הסרנו הוסר'.split(' '));
const MOVED = new Set(
  'העברתי העברנו הועבר הועברה הזזתי הזזנו הוזז הוזזה שיניתי שינינו עדכנתי עדכנו עודכן עודכנה דחיתי דחינו נדחה הקדמתי הקדמנו הוקדם'.split(
    ' ',
  ),
);
/** Passed on or changed, these are no appointment: "I passed your details on" is a claim of something sent. */
const PASSED_ON = new Set(['פרטים', 'הפרטים', 'הבקשה', 'בקשה', 'הודעה', 'ההודעה', 'המידע', 'פרטייך', 'פרטיך']);
const WAITLIST_VERBS = new Set('רשמתי רשמנו הכנסתי הכנסנו הוספתי הוספנו נרשם נרשמה נרשמת הוכנסת רשום רשומה'.split(' '));
const WAITING = /^[בל]?ה?המתנה$/;
const THINGS = new Set(
  'תור התור תורך תורכם פגישה הפגישה המקום מקום הזמן השעה המועד הכל הכול לך אותך אתה את יומן ביומן'.split(' '),
);
const NEGATIONS = new Set(['לא', 'טרם', 'אל', 'בלי', 'מבלי', 'אין', 'אי']);
const NOT_YET = new Set(
  'בוא בואי בואו אפשר כדי אם האם מתי רוצה רוצים תרצה תרצי אשמח נשמח ברגע אחרי לפני עד כאשר איך למתי צריך יכול יכולים'.split(
    ' ',
  ),
);
const WANTED_THING = new Set(['הבקשה', 'בקשה', 'הפרטים', 'פרטים', 'השם', 'שמך', 'המספר', 'הטלפון', 'הודעה']);
const SIGNAL_WORDS = new Set([...SENT, ...BOOKED_BY_ME, ...BOOKED_PASSIVE, ...CANCELLED, ...MOVED, 'תור', 'התור']);

const NIQQUD = /[\u0591-\u05c7]/g;
const SEPARATORS = /[^\p{L}\p{N}:'"]+/u;

const wordsOf = (text: string): string[] => text.replace(NIQQUD, '').split(SEPARATORS).filter(Boolean);
/** Without the "and", "that" and "when" that Hebrew writes as a prefix. */
const bare = (word: string): string => word.replace(/^(?:וש|כש|ו|ש)(?=.{3})/, '');

function claimAt(words: readonly string[], at: number): Claim | null {
  const word = knownForm(words[at]);
  if (word === null || isDenied(words, at)) return null;
  if (SENT.has(word)) return 'sent';
  if (CANCELLED.has(word)) return 'cancelled';
  if (MOVED.has(word)) return passesOn(words, at) ? 'sent' : 'moved';
  if (WAITLIST_VERBS.has(word) && isOfWaitlist(words, at)) return 'waitlisted';
  return claimsBooking(word, words, at) ? 'booked' : null;
}

function claimsBooking(word: string, words: readonly string[], at: number): boolean {
  if (BOOKED_BY_ME.has(word)) return !speaksOfRequest(words, at);
  return BOOKED_PASSIVE.has(word) ? claimsThing(words, at) : existingAppointment(words, at);
}

const NEAR = 5;

function passesOn(words: readonly string[], at: number): boolean {
  return words.slice(at + 1, at + 4).some((word) => PASSED_ON.has(word));
}

function isOfWaitlist(words: readonly string[], at: number): boolean {
  return words.slice(at + 1, at + 1 + NEAR).some((word) => WAITING.test(word));
}

/** "I put you down …", where there is a waitlist entry and what it is put down in has not been said yet. */
function mayBeOfWaitlist(words: readonly string[], at: number, { waitlisted }: Truth): boolean {
  const isVerb = WAITLIST_VERBS.has(knownForm(words[at]) ?? '');
  const following = words.slice(at + 1, at + 1 + NEAR);
  const isOpen = following.length < NEAR && !following.some((word) => /^[לב]?ה?(?:תור|יום|שעה|פגישה)$/.test(word));
  return isVerb && isOpen && waitlisted.length > 0;
}

function knownForm(word = ''): string | null {
  if (SIGNAL_WORDS.has(word)) return word;
  return SIGNAL_WORDS.has(bare(word)) ? bare(word) : null;
}

/** "not booked", "let us book", "when I have booked": nothing is claimed. */
function isDenied(words: readonly string[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 2), at);
  if (NEGATIONS.has(before.at(-1) ?? '')) return true;
  return before.some((word) => NOT_YET.has(word)) || /^(?:כש|ש(?=נקבע))/.test(words[at] ?? '');
}

/** "I noted your request" is not an appointment. */
function speaksOfRequest(words: readonly string[], at: number): boolean {
  return words.slice(at + 1, at + 4).some((word) => WANTED_THING.has(word.replace(/^את/, '')));
}

/** A passive form claims something where an appointment, a place or the caller stands near it, or nothing at all. */
function claimsThing(words: readonly string[], at: number): boolean {
  const near = words.slice(Math.max(0, at - 4), at + 5);
  return near.some((word) => THINGS.has(word) || THINGS.has(bare(word))) || words.length <= 3;
}

/** "You have an appointment on …". */
function existingAppointment(words: readonly string[], at: number): boolean {
  return words[at] === 'תור' && words.slice(Math.max(0, at - 2), at).join(' ') === 'יש לך';
}

const WEEKDAYS = ['ראשון', 'שני', 'שלישי', 'רביעי', 'חמישי', 'שישי', 'שבת'];
const HOURS = 'אחת שתיים שלוש ארבע חמש שש שבע שמונה תשע עשר'.split(' ');

function agreesOnDay(words: readonly string[], date: string): boolean {
  const days = weekdaysIn(words);
  return days.length === 0 || days.includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

/** False where the text names a weekday or an hour other than the booked one. */
function agreesWith(words: readonly string[], { date, time }: BookedTime): boolean {
  const hours = hoursIn(words);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const isBookedHour = (said: SaidHour): boolean =>
    said.hour % 12 === hour % 12 && (said.minute === null || said.minute === minute);
  return agreesOnDay(words, date) && (hours.length === 0 || hours.some(isBookedHour));
}

function weekdaysIn(words: readonly string[]): number[] {
  return words.flatMap((word, at) => {
    const follows = /^[בלהו]?יום$/.test(words[at - 1] ?? '');
    const index = WEEKDAYS.indexOf(word.replace(/^[בל](?=שבת)/, ''));
    return index >= 0 && (follows || WEEKDAYS[index] === 'שבת') ? [index] : [];
  });
}

interface SaidHour {
  hour: number;
  minute: number | null;
}

function hoursIn(words: readonly string[]): SaidHour[] {
  return words.flatMap((word, at): SaidHour[] => {
    const clock = /^[בל]?-?(\d{1,2}):(\d\d)$/.exec(word);
    if (clock) return [{ hour: Number(clock[1]), minute: Number(clock[2]) }];
    const follows = /^[בלה]?שעה$/.test(words[at - 1] ?? '');
    const spoken = HOURS.indexOf(follows ? word.replace(/^ה/, '') : word.replace(/^[בל]/, ''));
    return spoken >= 0 && (follows || /^[בל]/.test(word)) ? [{ hour: spoken + 1, minute: null }] : [];
  });
}
