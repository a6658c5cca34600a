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
  sound: 'none' | 'some';
}

/** The heard-truth of the answer being spoken: its items in order, their words as they come. */
export class Answers {
  readonly #elapsedMs: () => number;
  #items: Answer[] = [];

  /** `elapsedMs` tells how long ago the call began. */
  constructor(elapsedMs: () => number) {
    this.#elapsedMs = elapsedMs;
  }

  start(itemId: string): void {
    this.#item(itemId);
  }

  /** Audio of this item arrived. */
  sounds(itemId: string): void {
    this.#item(itemId).sound = 'some';
  }

  addWords(itemId: string, text: string): void {
    this.#item(itemId).text += text;
  }

  /** `new` where the words are not those that came one by one. */
  completeWords(itemId: string, text: string): 'known' | 'new' {
    const item = this.#item(itemId);
    if (item.text === text) return 'known';
    item.text = text;
    return 'new';
  }

  /** The answer was heard to its end; what never came to sound was not. */
  heardOut(): AnswerLine[] {
    return this.#take().map(({ sound, ...item }) =>
      sound === 'some' ? { ...item, heardMs: null, cut: false } : { ...item, heardMs: 0, cut: true },
    );
  }

  /** The answer was cut; each item with what was heard of it, also the ones of which nothing had come. */
  cutAt(heard: readonly HeardItem[]): AnswerLine[] {
    return this.#take().map(({ sound: _, ...item }) => {
      const part = heard.find(({ itemId }) => itemId === item.itemId);
      const { heardMs, receivedMs } = part ?? { heardMs: 0, receivedMs: 0 };
      return { ...item, heardMs, cut: heardMs <= 0 || heardMs < receivedMs - FRAME_MS };
    });
  }

  /** An item begins with whatever comes of it first. */
  #item(itemId: string): Answer {
    const known = this.#items.findLast((item) => item.itemId === itemId);
    if (known) return known;
    const item: Answer = { itemId, text: '', startedMs: this.#elapsedMs(), sound: 'none' };
    this.#items.push(item);
    return item;
  }

  #take(): Answer[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }
}

const FRAME_MS = 20;
