import { babbleFrame } from '../audio/babble.ts';
import { SILENCE_BYTE } from '../audio/mu-law.ts';
import type { SpokenWord } from '../audio/spoken-words.ts';
import { framesIn, layOutWords, spokenFrame, wordMarkAt } from '../audio/spoken-words.ts';
import type { FrameMark } from '../audio/watermark.ts';
import { FRAME_BYTES, FRAME_MS, writeMark } from '../audio/watermark.ts';

/** What the caller says, or a noise without words. */
export interface Utterance {
  number: number;
  text: string;
  voiceMs: number;
}

interface Queued extends Utterance {
  voice: 'caller' | 'noise';
  words: SpokenWord[];
  frames: number;
  spoken: number;
  done: () => void;
}

export interface VoiceListener {
  starts(utterance: Utterance): void;
  ends(utterance: Utterance): void;
}

const NO_WORD = { word: 0, wordFrames: 0, wordFrame: 0, letters: Buffer.alloc(0) };
let lastUtterance = 0;

/** The number of the next utterance of any practice caller of this program. */
export function nextUtteranceNumber(): number {
  lastUtterance = (lastUtterance % 60_000) + 1;
  return lastUtterance;
}

/** The caller's mouth: queued utterances become marked 20 ms frames, silence in between. */
export class CallerVoice {
  readonly #queue: Queued[] = [];
  readonly #listener: VoiceListener;
  #frame = 0;

  constructor(listener: VoiceListener) {
    this.#listener = listener;
  }

  /** Queues words; resolves when the last of them is out. */
  say(number: number, text: string, voiceMs?: number): Promise<void> {
    const words = layOutWords(text, voiceMs);
    return this.#enqueue({ number, text, voice: 'caller', words, frames: framesIn(words) });
  }

  makeNoise(number: number, voiceMs: number): Promise<void> {
    return this.#enqueue({ number, text: '', voice: 'noise', words: [], frames: Math.round(voiceMs / FRAME_MS) });
  }

  /** The next 20 ms of the line. */
  nextFrame(): Buffer {
    const current = this.#current();
    const frame = this.#frame++;
    const mark: FrameMark = { speaker: 'caller', speech: current?.number ?? 0, item: 0, frame, ...NO_WORD };
    if (current === undefined) return writeMark(Buffer.alloc(FRAME_BYTES, SILENCE_BYTE), mark);
    const words = wordMarkAt(current.words, current.spoken++);
    if (current.voice === 'noise') return writeMark(babbleFrame('noise', frame), mark);
    return spokenFrame('caller', { ...mark, ...words });
  }

  #enqueue(utterance: Pick<Queued, 'number' | 'text' | 'voice' | 'words' | 'frames'>): Promise<void> {
    return new Promise((done) => {
      this.#queue.push({ ...utterance, voiceMs: utterance.frames * FRAME_MS, spoken: 0, done });
    });
  }

  #current(): Queued | undefined {
    const current = this.#queue[0];
    if (current === undefined) return undefined;
    if (current.spoken === 0) this.#listener.starts(current);
    if (current.spoken < current.frames) return current;
    this.#queue.shift();
    this.#listener.ends(current);
    current.done();
    return this.#current();
  }
}
