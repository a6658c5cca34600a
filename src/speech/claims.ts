/** A slot that the database holds for this call, in the business's zone. */
export interface BookedTime {
  date: string;
  time: string;
}

/**
 * The first words of `text` that claim a booking, a reservation or a sent message which is not true; null where all is
 * true (law L7). Nothing is ever sent during a call, so "I sent" is never true; a claim of a booking is true only with a
 * committed appointment whose day and hour the text does not contradict.
 */
export function falseClaim(text: string, booked: readonly BookedTime[]): string | null {
  const words = wordsOf(text);
  for (const [at, word] of words.entries()) {
    const claim = claimAt(words, at);
    if (claim === 'sent') return word;
    if (claim === 'booked' && !booked.some((slot) => agreesWith(words, slot))) return word;
  }
  return null;
}

/** True where a word could begin or complete a claim: the cheap question asked of every new word. */
export function mayClaim(text: string): boolean {
  return wordsOf(text).some((word) => SIGNAL_WORDS.has(bare(word)) || SIGNAL_WORDS.has(word));
}

const SENT = new Set(['שלחתי', 'שלחנו', 'שלחה', 'נשלחה', 'נשלחו', 'העברתי', 'סימסתי', 'וואטסאפתי']);
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
const SIGNAL_WORDS = new Set([...SENT, ...BOOKED_BY_ME, ...BOOKED_PASSIVE, 'תור', 'התור']);

const NIQQUD = /[\u0591-\u05c7]/g;
const SEPARATORS = /[^\p{L}\p{N}:'"]+/u;

const wordsOf = (text: string): string[] => text.replace(NIQQUD, '').split(SEPARATORS).filter(Boolean);
/** Without the "and", "that" and "when" that Hebrew writes as a prefix. */
const bare = (word: string): string => word.replace(/^(?:וש|כש|ו|ש)(?=.{3})/, '');

function claimAt(words: readonly string[], at: number): 'sent' | 'booked' | null {
  const word = knownForm(words[at] ?? '');
  if (word === null || isDenied(words, at)) return null;
  if (SENT.has(word)) return 'sent';
  if (BOOKED_BY_ME.has(word)) return speaksOfRequest(words, at) ? null : 'booked';
  if (BOOKED_PASSIVE.has(word)) return claimsThing(words, at) ? 'booked' : null;
  return existingAppointment(words, at) ? 'booked' : null;
}

function knownForm(word: string): string | null {
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

/** False where the text names a weekday or an hour other than the booked one. */
function agreesWith(words: readonly string[], { date, time }: BookedTime): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const days = weekdaysIn(words);
  const hours = hoursIn(words);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const isBookedHour = (said: SaidHour): boolean =>
    said.hour % 12 === hour % 12 && (said.minute === null || said.minute === minute);
  return (days.length === 0 || days.includes(weekday)) && (hours.length === 0 || hours.some(isBookedHour));
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
