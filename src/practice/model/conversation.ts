import type { SpokenItem } from './spoken-response.ts';

/** One item of the conversation as the model remembers it. */
export interface Remembered {
  id: string;
  role: 'system' | 'user' | 'assistant' | 'function';
  text: string;
  /** The audio behind an answer of the model itself. */
  spoken: SpokenItem | null;
  /** Where the client truncated it; null where it was not. */
  truncatedAtMs: number | null;
}

/** The items of one session, in order. */
export class Conversation {
  readonly items: Remembered[] = [];

  get lastId(): string | null {
    return this.items.at(-1)?.id ?? null;
  }

  find(id: string): Remembered | undefined {
    return this.items.find((item) => item.id === id);
  }

  append(item: Omit<Remembered, 'truncatedAtMs'>): void {
    this.items.push({ ...item, truncatedAtMs: null });
  }

  /** Inserts after `previousId` (`root`: at the front). Says `unknown` where there is no such item. */
  insert(item: Omit<Remembered, 'truncatedAtMs' | 'spoken'>, previousId: string | undefined): 'inserted' | 'unknown' {
    const at = previousId === undefined ? this.items.length : this.#placeAfter(previousId);
    if (at === null) return 'unknown';
    this.items.splice(at, 0, { ...item, spoken: null, truncatedAtMs: null });
    return 'inserted';
  }

  remove(id: string): Remembered | undefined {
    const at = this.items.findIndex((item) => item.id === id);
    return at < 0 ? undefined : this.items.splice(at, 1)[0];
  }

  #placeAfter(previousId: string): number | null {
    if (previousId === 'root') return 0;
    const at = this.items.findIndex((item) => item.id === previousId);
    return at < 0 ? null : at + 1;
  }
}
