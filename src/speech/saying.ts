/** `soFar`: more words may come, and the last one may not be whole yet. */
export type Hearing = 'soFar' | 'whole';

/** The words of an answer, without signs, and where each of them stands. */
export interface Saying {
  words: readonly string[];
  /** Of each word: the number of its clause. Commas, colons and full stops end clauses. */
  clauses: readonly number[];
  /** Of each word: the number of its sentence. */
  sentences: readonly number[];
  /** The clause that the next word would stand in; null where none comes any more. */
  openClause: number | null;
  /** How many words are sure to be whole. */
  whole: number;
}

const VOWEL_POINTS = /[\u0591-\u05bd\u05bf-\u05c7]/g;
const MAQAF = /\u05be/g;
/** Numbers keep what binds them: «ל-5», «10:00», «5.12», «2026-12-05». */
const WORD_OR_STOP = /([\p{L}\p{N}]+(?:['"׳״]\p{L}+|[:./-]\p{N}+)*)|([.!?\n…])|[,;:–—]/gu;

export function readSaying(text: string, hearing: Hearing): Saying {
  const plain = text.replace(VOWEL_POINTS, '').replace(MAQAF, '-');
  const words: string[] = [];
  const clauses: number[] = [];
  const sentences: number[] = [];
  let clause = 0;
  let sentence = 0;
  for (const [, word, stop] of plain.matchAll(WORD_OR_STOP)) {
    if (word === undefined) {
      clause += 1;
      if (stop !== undefined) sentence += 1;
      continue;
    }
    words.push(word);
    clauses.push(clause);
    sentences.push(sentence);
  }
  const openClause = hearing === 'soFar' ? clause : null;
  const mayGrow = hearing === 'soFar' && /[\p{L}\p{N}]$/u.test(plain);
  return { words, clauses, sentences, openClause, whole: words.length - (mayGrow ? 1 : 0) };
}

/** Whether the word at `next` is known: what stands before it is not going to be continued by another one. */
export function isSettled({ clauses, openClause, whole }: Saying, next: number): boolean {
  return next < whole || openClause === null || clauses[next - 1] !== (clauses[next] ?? openClause);
}

/** The clause around a word: from its first word to the one after its last. */
export function clauseAround({ words, clauses }: Saying, at: number): { before: string[]; after: string[] } {
  const here = clauses[at];
  const inside = (other: number): boolean => clauses[other] === here;
  return {
    before: words.filter((_, other) => other < at && inside(other)),
    after: words.filter((_, other) => other > at && inside(other)),
  };
}
