import type { PlayedItem } from './playout.ts';

/** One sentence of an answer; all milliseconds are of its audio. */
export interface HeardSentence {
  text: string;
  heardText: string;
  generatedMs: number;
  sentMs: number;
  heardMs: number;
  /** Where in its audio it was cut; null where it was heard to its end. */
  cutAtMs: number | null;
}

/** What was made, sent and heard of one line, and of each of its sentences. Whole milliseconds that add up. */
export interface HeardTruth {
  generatedMs: number;
  sentMs: number;
  heardText: string;
  sentences: HeardSentence[];
}

type Line = { text: string; cut: boolean };
type Heard = Omit<PlayedItem, 'itemId'>;

/**
 * The model tells what it says and how long its sound is, and not which word is when: a sentence has as much of the audio as it has
 * of the letters.
 */
export function heardTruth({ text, cut }: Line, { receivedMs, sentMs, heardMs }: Heard): HeardTruth {
  const whole = { generatedMs: Math.round(receivedMs), sentMs: Math.round(sentMs) };
  const heard = wordsHeard({ text, cut }, { receivedMs, heardMs });
  const sentences: HeardSentence[] = [];
  let from = { letters: 0, ms: 0 };
  for (const sentence of sentencesOf(text)) {
    const letters = from.letters + sentence.length;
    const until = { letters, ms: Math.round((whole.generatedMs * letters) / text.length) };
    const within = (ms: number): number => Math.min(Math.max(ms, from.ms), until.ms) - from.ms;
    const [generatedMs, ownHeardMs] = [until.ms - from.ms, within(Math.floor(heardMs))];
    sentences.push({
      text: sentence,
      heardText: heard.slice(from.letters, until.letters),
      generatedMs,
      sentMs: within(whole.sentMs),
      heardMs: ownHeardMs,
      cutAtMs: cut && (ownHeardMs < generatedMs || generatedMs === 0) ? ownHeardMs : null,
    });
    from = until;
  }
  return { ...whole, heardText: heard, sentences };
}

/** The words of a line that the caller heard, as near as milliseconds tell. */
export function wordsHeard(
  { text, cut }: Line,
  { heardMs, receivedMs }: { heardMs: number; receivedMs: number },
): string {
  if (!cut) return text;
  const heard = text.slice(0, receivedMs > 0 ? Math.floor((text.length * heardMs) / receivedMs) : 0);
  return heard.replace(halfALetter, '');
}

const halfALetter = /\p{Surrogate}$/u;

/** With the space that follows each, so that together they are the text. */
const sentencesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=[.!?…]\s+)(?=\S)/u));
