import type { StreamPiece } from '../audio/frame-reader.ts';
import { WordCollector } from '../audio/word-collector.ts';
import type { FrameMark } from '../audio/watermark.ts';
import { FRAME_BYTES, FRAME_MS } from '../audio/watermark.ts';
import type { Playback } from './playback.ts';

interface ReceivedFrame {
  mark: FrameMark;
  fromByte: number;
}

interface ReceivedWord {
  key: string;
  speech: number;
  item: number;
  word: number;
  wordMs: number;
  frames: ReceivedFrame[];
}

/** One word of the model as the caller's ear met it. */
export interface HeardWord {
  text: string;
  /** Number of the response, from the watermark. */
  speech: number;
  item: number;
  word: number;
  startedMs: number;
  heardMs: number;
  wordMs: number;
}

/** What the caller heard of the model, word for word, from the marks in the audio that was really played. */
export class HeardTruth {
  readonly #playback: Playback;
  readonly #letters = new WordCollector();
  readonly #words = new Map<string, ReceivedWord>();
  readonly #untold = new Set<ReceivedWord>();

  constructor(playback: Playback) {
    this.#playback = playback;
  }

  add(piece: StreamPiece): void {
    const { mark, fromByte } = piece;
    if (mark?.speaker !== 'model') return;
    this.#letters.add(mark);
    const key = WordCollector.keyOf(mark);
    const known = this.#words.get(key);
    if (known !== undefined) {
      known.frames.push({ mark, fromByte });
      return;
    }
    const word = { key, ...mark, wordMs: mark.wordFrames * FRAME_MS, frames: [{ mark, fromByte }] };
    this.#words.set(key, word);
    this.#untold.add(word);
  }

  /** The response whose audio sounds at a moment; null in silence. */
  speechAt(nowMs: number): number | null {
    const byte = this.#playback.byteAt(nowMs);
    if (byte === null) return null;
    for (const word of this.#words.values()) {
      if (word.frames.some((frame) => byte >= frame.fromByte && byte < frame.fromByte + FRAME_BYTES))
        return word.speech;
    }
    return null;
  }

  /** The words that became heard since the last time this was asked. */
  takeNewlyHeard(nowMs: number): HeardWord[] {
    const fresh: HeardWord[] = [];
    for (const word of this.#untold) {
      const heard = this.#heardWord(word, nowMs);
      if (heard === null || !wasHeard(heard)) continue;
      this.#untold.delete(word);
      fresh.push(heard);
    }
    return fresh;
  }

  words(nowMs: number): HeardWord[] {
    return [...this.#words.values()]
      .map((word) => this.#heardWord(word, nowMs))
      .filter((word) => word !== null)
      .sort((one, other) => one.startedMs - other.startedMs);
  }

  /** Milliseconds of a response heard by a moment; of one of its items, where given. */
  heardMs(nowMs: number, speech: number, item?: number): number {
    return this.words(nowMs)
      .filter((word) => word.speech === speech && (item === undefined || word.item === item))
      .reduce((sum, word) => sum + word.heardMs, 0);
  }

  #heardWord(word: ReceivedWord, nowMs: number): HeardWord | null {
    const spans = word.frames.map(({ fromByte }) => this.#playback.heard(fromByte, fromByte + FRAME_BYTES, nowMs));
    const startedMs = spans.find((span) => span.startedMs !== null)?.startedMs ?? null;
    if (startedMs === null) return null;
    const heardMs = spans.reduce((sum, span) => sum + span.heardMs, 0);
    const { speech, item, word: index, wordMs } = word;
    return { text: this.#letters.textOf(word.key), speech, item, word: index, startedMs, heardMs, wordMs };
  }
}

/** A word counts as heard when at least half of it was. */
function wasHeard(word: HeardWord): boolean {
  return word.heardMs * 2 >= word.wordMs;
}

/** The text of the words that were heard, in order. */
export function heardText(words: readonly HeardWord[]): string {
  return words
    .filter(wasHeard)
    .map((word) => word.text)
    .join(' ');
}
