interface Segment {
  itemId: string;
  from: number;
  until: number;
}

/**
 * What the caller has heard. The phone plays what it is sent in order, in real time, without a pause while it has
 * something: what was sent at `t` begins to be heard at `t` (the way there and the way back of a later `clear` cancel
 * out) or when the audio before it ends. A mark that comes back late shows that the phone fell behind. All milliseconds.
 */
export class HeardClock {
  #segments: Segment[] = [];
  #endsAt = -Infinity;
  #sentMs = 0;
  #lateMs = 0;
  #roundTripMs = Infinity;
  #expected = new Map<number, number>();

  /** How much sent audio is still to be heard; negative where the phone ran dry that long ago. */
  aheadMs(now: number): number {
    return this.#endsAt - now;
  }

  /** How much the caller is still to hear, with what the phone fell behind. */
  unheardMs(now: number): number {
    return this.aheadMs(now) + this.#lateMs;
  }

  sent(itemId: string, ms: number, now: number): void {
    const from = Math.max(now, this.#endsAt);
    this.#endsAt = from + ms;
    this.#sentMs += ms;
    const last = this.#segments.at(-1);
    if (last && last.itemId === itemId && last.until === from) last.until = this.#endsAt;
    else this.#segments.push({ itemId, from, until: this.#endsAt });
  }

  /** Where a mark sent now stands in the audio. */
  mark(): number {
    this.#expected.set(this.#sentMs, this.#endsAt);
    return this.#sentMs;
  }

  /** The mark after `position` milliseconds of sent audio came back. */
  heardUntil(position: number, now: number): void {
    const expected = this.#expected.get(position);
    if (expected === undefined) return;
    for (const earlier of this.#expected.keys()) if (earlier <= position) this.#expected.delete(earlier);
    const behindMs = now - expected;
    this.#roundTripMs = Math.min(this.#roundTripMs, behindMs);
    const late = behindMs - this.#roundTripMs;
    this.#lateMs = late > NOTICEABLE_MS ? late : 0;
  }

  heardMs(itemId: string, now: number): number {
    const heardAt = now - this.#lateMs;
    let heard = 0;
    for (const { itemId: owner, from, until } of this.#segments)
      if (owner === itemId) heard += Math.max(0, Math.min(heardAt, until) - from);
    return Math.floor(heard);
  }

  /** The phone's buffer was emptied. */
  clear(now: number): void {
    this.#endsAt = Math.min(this.#endsAt, now);
  }

  /** A new answer; audio of the one before may still be playing. */
  startOver(): void {
    this.#segments = [];
    this.#sentMs = 0;
    this.#lateMs = 0;
    this.#expected.clear();
  }
}

const NOTICEABLE_MS = 60;
