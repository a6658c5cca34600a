/**
 * Joins the phone's 20 ms frames two by two. Each message to the model costs a system call and, over TLS, a record:
 * half as many of them for at most 20 ms (docs/decisions/2026-11-23-frames-in-pairs.md). Audio is base64.
 */
export class FramePairs {
  readonly #sink: (payload: string) => void;
  #first: string | null = null;

  constructor(sink: (payload: string) => void) {
    this.#sink = sink;
  }

  push(payload: string): void {
    if (this.#first === null) {
      this.#first = payload;
      return;
    }
    this.#sink(joined(this.#first, payload));
    this.#first = null;
  }
}

const joined = (first: string, second: string): string =>
  Buffer.concat([Buffer.from(first, 'base64'), Buffer.from(second, 'base64')]).toString('base64');
