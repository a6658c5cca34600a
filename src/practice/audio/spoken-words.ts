import type { Voice } from './babble.ts';
import { babbleFrame } from './babble.ts';
import type { FrameMark } from './watermark.ts';
import { FRAME_MS, LETTERS_PER_FRAME, writeMark } from './watermark.ts';

/** A word on the time line of its utterance, in 20 ms frames, end exclusive. */
export interface SpokenWord {
  text: string;
  fromFrame: number;
  untilFrame: number;
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function naturalFrames(word: string): number {
  const letterFrames = 2 * Math.ceil(Buffer.byteLength(word) / LETTERS_PER_FRAME);
  const spokenMs = Math.min(600, 100 + 32 * [...word].length);
  return Math.max(letterFrames, Math.round(spokenMs / FRAME_MS));
}

/** Lays words out one after another at a natural pace, or stretched to `totalMs` where given. */
export function layOutWords(text: string, totalMs?: number): SpokenWord[] {
  const words = wordsOf(text);
  const natural = words.map(naturalFrames);
  const naturalTotal = natural.reduce((sum, frames) => sum + frames, 0);
  const total = totalMs === undefined ? naturalTotal : Math.round(totalMs / FRAME_MS);
  let position = 0;
  return words.map((word, index) => {
    const fromFrame = Math.round((position / naturalTotal) * total);
    position += natural[index] ?? 0;
    return { text: word, fromFrame, untilFrame: Math.round((position / naturalTotal) * total) };
  });
}

/** How long words take at a natural pace. */
export function naturalMs(text: string): number {
  return framesIn(layOutWords(text)) * FRAME_MS;
}

export function framesIn(words: readonly SpokenWord[]): number {
  return words.at(-1)?.untilFrame ?? 0;
}

type WordMark = Pick<FrameMark, 'word' | 'wordFrames' | 'wordFrame' | 'letters'>;

/** The part of a mark that says which letters of which word sound in this frame of the utterance. */
export function wordMarkAt(words: readonly SpokenWord[], frame: number): WordMark {
  const index = words.findIndex((word) => frame < word.untilFrame);
  const word = words[index];
  if (word === undefined) return { word: 0, wordFrames: 0, wordFrame: 0, letters: Buffer.alloc(0) };
  const wordFrame = frame - word.fromFrame;
  const from = wordFrame * LETTERS_PER_FRAME;
  const letters = Buffer.from(word.text).subarray(from, from + LETTERS_PER_FRAME);
  return { word: index, wordFrames: word.untilFrame - word.fromFrame, wordFrame, letters };
}

/** One audible, marked 20 ms frame. */
export function spokenFrame(voice: Voice, mark: FrameMark): Buffer {
  return writeMark(babbleFrame(voice, mark.frame), mark);
}
