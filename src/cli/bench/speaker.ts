import { babbleFrame } from '../../practice/audio/babble.ts';
import { FRAME_BYTES, FRAME_MS } from '../../practice/audio/watermark.ts';
import { stampFrame } from './frame-stamp.ts';
import { nowUs } from './monotonic-clock.ts';

const ANSWER_MS = 4000;
const DELTA_FRAMES = 5;
const DELTA_MS = DELTA_FRAMES * FRAME_MS;
/** Audio is made five times faster than it plays. */
const DELTA_EVERY_US = (DELTA_MS / 5) * 1000;
const FIRST_AUDIO_US = 100_000;
const TICK_MS = 4;

const WORDS = ['אנחנו', 'נמצאים', 'ברחוב', 'הראשי', 'ליד', 'הכיכר', 'ויש', 'כאן', 'חניה', 'נוחה'] as const;
const VOICE = Buffer.concat(Array.from({ length: DELTA_FRAMES }, (_, frame) => babbleFrame('model', frame)));

/** One answer of the model, as far as it has been made. */
export interface Answer {
  number: number;
  sentMs: number;
  words: string;
}

export interface SpeakerLine {
  call(): number;
  /** A word is told before its audio. */
  delta(answer: Answer, delta: { word: string; payload: string }): void;
  completed(answer: Answer): void;
}

/** Makes one answer at a time: 4 s of stamped audio, 100 ms at a time. */
export class Speaker {
  current: Answer | null = null;
  #answers = 0;
  #nextUs = 0;
  readonly #line: SpeakerLine;
  readonly #clock: SpeakingClock;

  constructor(line: SpeakerLine, clock: SpeakingClock) {
    this.#line = line;
    this.#clock = clock;
  }

  begin(): Answer {
    this.#answers += 1;
    this.current = { number: this.#answers, sentMs: 0, words: '' };
    this.#nextUs = nowUs() + FIRST_AUDIO_US;
    this.#clock.add(this);
    return this.current;
  }

  /** Gives the answer that is over now; null where none was being made. */
  cut(): Answer | null {
    const answer = this.current;
    this.current = null;
    this.#clock.remove(this);
    return answer;
  }

  makeDue(atUs: number): void {
    while (this.current !== null && atUs >= this.#nextUs) {
      this.#nextUs += DELTA_EVERY_US;
      if (this.current.sentMs < ANSWER_MS) this.#makeDelta(this.current, atUs);
      else this.#complete(this.current);
    }
  }

  #complete(answer: Answer): void {
    this.cut();
    this.#line.completed(answer);
  }

  #makeDelta(answer: Answer, sentUs: number): void {
    const audio = Buffer.from(VOICE);
    const firstFrame = answer.sentMs / FRAME_MS;
    for (let index = 0; index < DELTA_FRAMES; index++) {
      const stamp = { call: this.#line.call(), speech: answer.number, frame: firstFrame + index, sentUs };
      stampFrame(audio, index * FRAME_BYTES, stamp);
    }
    const word = `${WORDS[(firstFrame / DELTA_FRAMES) % WORDS.length] ?? ''} `;
    answer.sentMs += DELTA_MS;
    answer.words += word;
    this.#line.delta(answer, { word, payload: audio.toString('base64') });
  }
}

/** One timer for all who speak. */
export class SpeakingClock {
  readonly #speakers = new Set<Speaker>();
  #timer: NodeJS.Timeout | null = null;

  add(speaker: Speaker): void {
    this.#speakers.add(speaker);
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  remove(speaker: Speaker): void {
    this.#speakers.delete(speaker);
  }

  #tick(): void {
    const atUs = nowUs();
    for (const speaker of this.#speakers) speaker.makeDue(atUs);
    if (this.#speakers.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}
