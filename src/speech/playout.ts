import { AudioShelf } from './audio-shelf.ts';
import { HeardClock } from './heard-clock.ts';
import { piecesOf } from './pieces.ts';
import type { Piece } from './pieces.ts';

/** The phone, as far as playing goes. Audio is base64 mu-law 8 kHz, as the bytes of its text; they hold during `sendAudio` alone. */
export interface PlayoutPhone {
  sendAudio(payload: Buffer): void;
  sendMark(name: string): void;
  sendClear(): void;
}

export interface PlayoutEvents {
  /** The caller has heard all of the answer that was kept. */
  finished(responseId: string, items: PlayedItem[]): void;
  /** The model made more than anybody will hear: nothing more of this answer is kept. Told once an answer. */
  flooded(responseId: string): void;
}

/** What the caller heard of one audio item, in milliseconds; `receivedMs` is all the model made of it, infinite while it makes more. */
export interface HeardItem {
  itemId: string;
  heardMs: number;
  receivedMs: number;
}

/** And how much of it the phone was sent. */
export interface PlayedItem extends HeardItem {
  sentMs: number;
}

interface Item {
  itemId: string;
  receivedMs: number;
  releasedMs: number;
  letters: number;
  words: 'growing' | 'complete';
}

interface Waiting extends Piece {
  item: Item;
  arrivedAt: number;
}

/** How far the phone is fed ahead of what the caller hears. */
const LEAD_MS = 200;
/** Audio is let through as far as its words are known; fast Hebrew needs at least this long for one letter. */
const MS_PER_LETTER = 45;
/** Where the estimate falls short, audio whose first words are known waits no longer than this. */
const HOLD_MS = 150;
const MARK_EVERY_MS = 1_000;
/** Of one answer: two minutes that nobody has heard yet. */
const MOST_WAITING_MS = 120_000;
const END = ':end';
/** Where the last mark never comes back, the answer counts as heard this long after its audio must have ended. */
const MARK_PATIENCE_MS = 1_000;

/**
 * Plays one answer at a time to the phone at real time with a small lead, so that a cut leaves next to nothing to clear
 * and what was heard is known to the frame. No audio leaves before its words are known.
 */
export class Playout {
  readonly #phone: PlayoutPhone;
  readonly #events: PlayoutEvents;
  readonly #clock = new HeardClock();
  #responseId: string | null = null;
  #items: Item[] = [];
  #waiting: Waiting[] = [];
  readonly #shelf = new AudioShelf();
  #waitingMs = 0;
  #droppedMs = 0;
  #stage: 'idle' | 'growing' | 'complete' | 'ending' = 'idle';
  #generation = 0;
  #sentMs = 0;
  #unmarkedMs = 0;
  /** Marks that have not come back: the phone may still be playing what is before them. */
  readonly #awaited = new Set<string>();

  constructor(phone: PlayoutPhone, events: PlayoutEvents) {
    this.#phone = phone;
    this.#events = events;
  }

  get responseId(): string | null {
    return this.#responseId;
  }

  get isIdle(): boolean {
    return this.#stage === 'idle';
  }

  /** When more of it must be sent, should nothing arrive before. */
  get dueAt(): number {
    const next = this.#waiting[0];
    if (next) return Math.max(this.#clock.endsAt - LEAD_MS, this.#releasedAt(next));
    return this.#stage === 'ending' ? this.#clock.endsAt + MARK_PATIENCE_MS : Infinity;
  }

  /** True where the model has made all of it. */
  get isComplete(): boolean {
    return this.#stage === 'complete' || this.#stage === 'ending';
  }

  begin(responseId: string): void {
    this.#reset();
    this.#responseId = responseId;
    this.#stage = 'growing';
  }

  addAudio(itemId: string, payload: Buffer, now: number): void {
    const item = this.#item(itemId);
    if (this.#waiting.length === 0) this.#shelf.clear();
    for (const { payload: part, ms } of piecesOf(payload)) {
      item.receivedMs += ms;
      if (this.#droppedMs > 0 || this.#waitingMs >= MOST_WAITING_MS) this.#drop(ms);
      else this.#keep({ payload: this.#shelf.put(part), ms, item, arrivedAt: now });
    }
    this.feed(now);
  }

  addWords(itemId: string, words: string, now: number): void {
    this.#item(itemId).letters += words.length;
    this.feed(now);
  }

  completeWords(itemId: string, now: number): void {
    this.#item(itemId).words = 'complete';
    this.feed(now);
  }

  /** The model sends no more of this answer. */
  complete(now: number): void {
    if (this.#stage !== 'growing') return;
    for (const item of this.#items) item.words = 'complete';
    this.#stage = 'complete';
    this.feed(now);
  }

  /** Sends what is due. Called on every tick of the pacer and whenever something arrives. */
  feed(now: number): void {
    if (this.#stage === 'idle') return;
    while (now > this.#clock.endsAt - LEAD_MS && this.#sendNext(now));
    if (this.#stage === 'complete' && this.#waiting.length === 0) this.#endWithMark(now);
    if (this.#stage === 'ending' && now >= this.#clock.endsAt + MARK_PATIENCE_MS) this.#finish();
  }

  /** A mark came back: everything before it was heard. */
  marked(name: string): void {
    if (this.#awaited.delete(name) && name.endsWith(END)) this.#finish();
  }

  /** Silences the phone at once and tells what was heard of each item. */
  cut(now: number): PlayedItem[] {
    if (this.#stage === 'idle') return [];
    const heard = this.#played(({ itemId, receivedMs }) => Math.min(receivedMs, this.#clock.heardMs(itemId, now)));
    if (this.#clock.endsAt > now || this.#awaited.size > 0) this.#phone.sendClear();
    this.#clock.clear(now);
    this.#reset();
    return heard;
  }

  #keep(piece: Waiting): void {
    this.#waitingMs += piece.ms;
    this.#waiting.push(piece);
  }

  #drop(ms: number): void {
    if (this.#droppedMs === 0) this.#events.flooded(this.#responseId ?? '');
    this.#droppedMs += ms;
  }

  #sendNext(now: number): boolean {
    const next = this.#waiting[0];
    if (!next || now < this.#releasedAt(next)) return false;
    this.#waiting.shift();
    this.#waitingMs -= next.ms;
    this.#phone.sendAudio(next.payload);
    next.item.releasedMs += next.ms;
    this.#clock.sent(next.item.itemId, next.ms, now);
    this.#sentMs += next.ms;
    this.#unmarkedMs += next.ms;
    if (this.#unmarkedMs >= MARK_EVERY_MS) this.#sendMark();
    return true;
  }

  /** From when on it may leave, as far as its words are known by now. */
  #releasedAt({ item, ms, arrivedAt }: Waiting): number {
    if (item.words === 'complete') return -Infinity;
    if (item.letters === 0) return Infinity;
    return item.letters * MS_PER_LETTER >= item.releasedMs + ms ? -Infinity : arrivedAt + HOLD_MS;
  }

  #sendMark(): void {
    this.#unmarkedMs = 0;
    this.#mark(`:${this.#sentMs}`);
  }

  #endWithMark(now: number): void {
    this.#stage = 'ending';
    if (this.#clock.endsAt <= now) return this.#finish();
    this.#mark(END);
  }

  /** Named after its answer, so that one which comes back after a cut is known to be stale. */
  #mark(position: string): void {
    const name = `${this.#generation}${position}`;
    this.#awaited.add(name);
    this.#phone.sendMark(name);
  }

  #finish(): void {
    const responseId = this.#responseId;
    const items = this.#played(({ releasedMs }) => releasedMs);
    this.#reset();
    if (responseId !== null) this.#events.finished(responseId, items);
  }

  #played(heardMsOf: (item: Item) => number): PlayedItem[] {
    return this.#items.map((item) => {
      const { itemId, releasedMs: sentMs, receivedMs } = item;
      return { itemId, heardMs: heardMsOf(item), sentMs, receivedMs };
    });
  }

  #item(itemId: string): Item {
    const known = this.#items.find((item) => item.itemId === itemId);
    if (known) return known;
    const item: Item = { itemId, receivedMs: 0, releasedMs: 0, letters: 0, words: 'growing' };
    this.#items.push(item);
    return item;
  }

  #reset(): void {
    this.#generation += 1;
    this.#responseId = null;
    this.#items = [];
    this.#waiting = [];
    this.#waitingMs = 0;
    this.#droppedMs = 0;
    this.#stage = 'idle';
    this.#sentMs = 0;
    this.#unmarkedMs = 0;
    this.#awaited.clear();
    this.#clock.startOver();
  }
}
