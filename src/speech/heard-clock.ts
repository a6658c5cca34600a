interface Segment {
  itemId: string;
  from: number;
  until: number;
}

/**
 * What the caller has heard. The phone plays what it is sent in order, in real time, without a pause while it has
 * something: what was sent at `t` begins to be heard at `t` (the way there and the way back of a later `clear` cancel
 * out) or when the audio before it ends. Marks are no better clock: they come back late without the audio being late.
 * All milliseconds.
 */
export class HeardClock {
  #segments: Segment[] = [];
  #endsAt = -Infinity;

  /** When the last of what was sent will have been heard; past where the phone ran dry. */
  get endsAt(): number {
    return this.#endsAt;
  }

  sent(itemId: string, ms: number, now: number): void {
    const from = Math.max(now, this.#endsAt);
    this.#endsAt = from + ms;
    const last = this.#segments.at(-1);
    if (last && last.itemId === itemId && last.until === from) last.until = this.#endsAt;
    else this.#segments.push({ itemId, from, until: this.#endsAt });
  }

  heardMs(itemId: string, now: number): number {
    let heard = 0;
    for (const { itemId: owner, from, until } of this.#segments)
      if (owner === itemId) heard += Math.max(0, Math.min(now, until) - from);
    return Math.floor(heard);
  }

  /** The phone's buffer was emptied. */
  clear(now: number): void {
    this.#endsAt = Math.min(this.#endsAt, now);
  }

  /** A new answer; audio of the one before may still be playing. */
  startOver(): void {
    this.#segments = [];
  }
}
