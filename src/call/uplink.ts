/** Where caller audio goes; false where it cannot be taken now. */
export type AudioSink = (payload: string) => boolean;

/** 20 s of frames: longer than any pause in which a session is being opened. */
const MOST_FRAMES = 1_000;

/** The caller's audio on its way to the model: kept in order while no session is open, so that no word is lost. */
export class Uplink {
  readonly #sink: AudioSink;
  #kept: string[] = [];

  constructor(sink: AudioSink) {
    this.#sink = sink;
  }

  push(payload: string): void {
    if (this.#kept.length === 0 && this.#sink(payload)) return;
    this.#kept.push(payload);
    if (this.#kept.length > MOST_FRAMES) this.#kept.shift();
  }

  /** Sends what was kept; called when a session is open. */
  flush(): void {
    const kept = this.#kept;
    this.#kept = [];
    for (const payload of kept) this.push(payload);
  }
}
