/** A stream comes within a second or two of its ring; one that is later finds its place taken and is let in all the same. */
const PLACE_MS = 15_000;

/** Rings this node has answered and whose stream has not come: each keeps a place for a while, wherever the stream will go. */
export class ExpectedRings {
  readonly #places = new Map<string, NodeJS.Timeout>();

  expect(callSid: string): void {
    this.forget(callSid);
    const timer = setTimeout(() => this.#places.delete(callSid), PLACE_MS);
    timer.unref();
    this.#places.set(callSid, timer);
  }

  forget(callSid: string): void {
    clearTimeout(this.#places.get(callSid));
    this.#places.delete(callSid);
  }

  forgetAll(): void {
    for (const callSid of [...this.#places.keys()]) this.forget(callSid);
  }

  all(): string[] {
    return [...this.#places.keys()];
  }
}
