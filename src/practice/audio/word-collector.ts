import type { FrameMark } from './watermark.ts';

interface CollectedWord {
  text: string;
  frames: number;
  wordFrames: number;
}

/** Puts words together again from the frames in which they sounded, in the order in which they were first heard. */
export class WordCollector {
  #letters = new Map<string, Map<number, Buffer>>();
  #frames = new Map<string, { heard: number; total: number }>();

  static keyOf(mark: FrameMark): string {
    return `${mark.speech}/${mark.item}/${mark.word}`;
  }

  add(mark: FrameMark): void {
    if (mark.wordFrames === 0) return;
    const key = WordCollector.keyOf(mark);
    const letters = this.#letters.get(key) ?? new Map<number, Buffer>();
    letters.set(mark.wordFrame, mark.letters);
    this.#letters.set(key, letters);
    const frames = this.#frames.get(key);
    this.#frames.set(key, { heard: (frames?.heard ?? 0) + 1, total: mark.wordFrames });
  }

  textOf(key: string): string {
    const letters = [...(this.#letters.get(key) ?? [])].sort(([one], [other]) => one - other);
    return Buffer.concat(letters.map(([, bytes]) => bytes)).toString();
  }

  words(): CollectedWord[] {
    return [...this.#frames].map(([key, frames]) => ({
      text: this.textOf(key),
      frames: frames.heard,
      wordFrames: frames.total,
    }));
  }

  /** The words of which at least half was heard. */
  text(): string {
    const whole = this.words().filter((word) => word.frames * 2 >= word.wordFrames);
    return whole.map((word) => word.text).join(' ');
  }

  clear(): void {
    this.#letters.clear();
    this.#frames.clear();
  }
}
