import type { HeardItem } from '../speech/playout.ts';

/** One audio item of an answer: what was generated, and what of it the caller heard. */
export interface AnswerLine {
  itemId: string;
  text: string;
  startedMs: number;
  heardMs: number | null;
  cut: boolean;
}

interface Answer {
  itemId: string;
  text: string;
  startedMs: number;
}

/** The heard-truth of the answer being spoken: its items in order, their words as they come. */
export class Answers {
  #items: Answer[] = [];

  start(itemId: string, startedMs: number): void {
    if (!this.#items.some((item) => item.itemId === itemId)) this.#items.push({ itemId, text: '', startedMs });
  }

  addWords(itemId: string, text: string): void {
    const item = this.#items.find((known) => known.itemId === itemId);
    if (item) item.text += text;
  }

  completeWords(itemId: string, text: string): void {
    const item = this.#items.find((known) => known.itemId === itemId);
    if (item) item.text = text;
  }

  /** The answer was heard to its end. */
  heardOut(): AnswerLine[] {
    return this.#take().map((item) => ({ ...item, heardMs: null, cut: false }));
  }

  /** The answer was cut; each item with what was heard of it, also the ones of which nothing had come. */
  cutAt(heard: readonly HeardItem[]): AnswerLine[] {
    return this.#take().map((item) => {
      const part = heard.find(({ itemId }) => itemId === item.itemId);
      const heardMs = part?.heardMs ?? 0;
      return { ...item, heardMs, cut: heardMs < (part?.receivedMs ?? Infinity) - FRAME_MS };
    });
  }

  #take(): Answer[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }
}

const FRAME_MS = 20;

/** The words of a line that the caller heard, as near as milliseconds tell. */
export function heardText({ text, heardMs, cut }: AnswerLine, receivedMs: number): string {
  if (!cut) return text;
  const share = receivedMs > 0 ? (heardMs ?? 0) / receivedMs : 0;
  return text.slice(0, Math.floor(text.length * share));
}
