import type { SpokenItem } from '../../../src/practice/model/spoken-response.ts';

export const FRAME_MS = 20;
const FRAME_BYTES = 160;
/** Frames in one delta of the model. */
const DELTA_FRAMES = 5;

/** What a piece of the model's audio says, known by its bytes. */
export interface Sound {
  speech: number;
  item: number;
  word: number;
  text: string;
  wordMs: number;
  frames: number;
  payload: string;
}

/** Audio that can be told apart: each piece carries a number, and the number tells which word of which response it is. */
export class Sounds {
  readonly #known = new Map<string, Sound>();
  #pieces = 0;
  #speeches = 0;

  nextSpeech(): number {
    this.#speeches += 1;
    return this.#speeches;
  }

  ofWord({ speech, index: item, words }: SpokenItem, word: number): Sound[] {
    const { text = '', fromFrame = 0, untilFrame = 0 } = words[word] ?? {};
    const wordFrames = untilFrame - fromFrame;
    const sounds: Sound[] = [];
    for (let from = 0; from < wordFrames; from += DELTA_FRAMES) {
      const frames = Math.min(DELTA_FRAMES, wordFrames - from);
      const sound = { speech, item, word, text, wordMs: wordFrames * FRAME_MS, frames, payload: this.#piece(frames) };
      this.#known.set(sound.payload, sound);
      sounds.push(sound);
    }
    return sounds;
  }

  read(payload: string): Sound | null {
    return this.#known.get(payload) ?? null;
  }

  #piece(frames: number): string {
    const audio = Buffer.alloc(frames * FRAME_BYTES, 0x2a);
    this.#pieces += 1;
    audio.writeUInt32BE(this.#pieces, 0);
    return audio.toString('base64');
  }
}
