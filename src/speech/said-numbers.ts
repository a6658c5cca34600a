const lines = (text: string): string[][] => text.split(' ').map((forms) => forms.split('/'));

/** One to ten, as hours are counted. */
const HOURS = lines('אחת שתיים/שתים שלוש ארבע חמש שש שבע שמונה תשע עשר');
/** One to ten, as days are counted or numbered. */
const DAYS = lines(
  'אחד/ראשון שניים/שנים/שני שלושה/שלישי ארבעה/רביעי חמישה/חמישי שישה/שישי שבעה/שביעי שמונה/שמיני תשעה/תשיעי עשרה/עשירי',
);
const TENS = lines('עשרים שלושים ארבעים חמישים');

const numbered = (forms: string[][], step = 1, first = 1): [string, number][] =>
  forms.flatMap((words, index) => words.map((word): [string, number] => [word, (index + first) * step]));

const hours = new Map(numbered(HOURS));
const tens = new Map(numbered(TENS, 10, 2));
const units = new Map([...numbered(DAYS), ...hours]);
const minutes = new Map([...units, ...tens, ['רבע', 15], ['חצי', 30]]);

const PREFIXES = 'ובלמהש';
const DIGITS = /^[ובלמה]{0,2}-?(\d{1,2})$/;

/** What a table has for a word, also with up to two of the letters that Hebrew writes before a word. */
export function lookUp<T>(table: ReadonlyMap<string, T>, word = ''): { value: T; prefix: string } | null {
  for (let cut = 0; cut <= 2; cut += 1) {
    const value = table.get(word.slice(cut));
    if (value !== undefined) return { value, prefix: word.slice(0, cut) };
    if (!PREFIXES.includes(word[cut] ?? ' ')) return null;
  }
  return null;
}

export interface SaidNumber {
  value: number;
  prefix: string;
  /** The word after it. */
  next: number;
}

function numberFrom(table: ReadonlyMap<string, number>, words: readonly string[], at: number): SaidNumber | null {
  const digits = DIGITS.exec(words[at] ?? '');
  if (digits) return { value: Number(digits[1]), prefix: (words[at] ?? '').replace(/[-\d]+/, ''), next: at + 1 };
  const ten = lookUp(tens, words[at]);
  if (ten) return { ...ten, ...withUnit(words, at + 1, ten.value) };
  const unit = lookUp(table, words[at]);
  if (!unit) return null;
  const isTeen = unit.value < 10 && /^עשרה?$/.test(words[at + 1] ?? '');
  return isTeen ? { ...unit, value: unit.value + 10, next: at + 2 } : { ...unit, next: at + 1 };
}

/** «עשרים» and, where it follows, «וחמש». */
function withUnit(words: readonly string[], next: number, value: number): Pick<SaidNumber, 'value' | 'next'> {
  const word = words[next] ?? '';
  const unit = word.startsWith('ו') ? units.get(word.slice(1)) : undefined;
  return unit === undefined || unit > 9 ? { value, next } : { value: value + unit, next: next + 1 };
}

/** «חמישה», «החמישי», «עשרים ואחד», «ל-5». */
export const dayNumber = (words: readonly string[], at: number): SaidNumber | null => numberFrom(units, words, at);
/** «אחת עשרה», «ב-10», and after «בשעה» also «עשרים». */
export function hourNumber(words: readonly string[], at: number): SaidNumber | null {
  const evening = words[at] === 'עשרים' ? { value: 20, prefix: '', next: at + 1 } : null;
  return evening ?? (lookUp(tens, words[at]) ? null : numberFrom(hours, words, at));
}

/** What follows an hour: «ורבע», «וחצי», «ועשרים וחמש», «שלושים», «פחות רבע». */
export function minutesAfter(words: readonly string[], at: number): { value: number; next: number } | null {
  const word = words[at] ?? '';
  if (word === 'פחות') {
    const less = minutes.get(words[at + 1] ?? '');
    return less === undefined ? null : { value: -less, next: at + 2 };
  }
  const stem = word.startsWith('ו') ? word.slice(1) : word;
  const value = (stem === word ? tens : minutes).get(stem);
  if (value === undefined) return null;
  return tens.has(stem) ? withUnit(words, at + 1, value) : { value, next: at + 1 };
}

/** What stands before an hour: «רבע ל…», «עשרה ל…». */
export function minutesTo(words: readonly string[], at: number): number | null {
  const before = lookUp(minutes, words[at - 1]);
  return before !== null && [5, 10, 15, 20, 25].includes(before.value) ? before.value : null;
}
