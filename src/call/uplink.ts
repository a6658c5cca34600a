/** Where caller audio goes, base64; false where it cannot be taken now. */
export type AudioSink = (payload: string) => boolean;

/** Three frames of the phone. Most readings of it bring four; one that brought three need not wait for the next. */
const ENOUGH_BYTES = 480;
/** 20 s: longer than any pause in which a session is being opened. */
const MOST_KEPT = 250;

/**
 * The caller's audio on its way to the model: kept in order while no session is open, so that no word is lost. What one reading of the phone
 * brought leaves as one message (docs/decisions/2026-11-28-phones-are-read-on-a-beat.md).
 */
export class Uplink {
  readonly #sink: AudioSink;
  readonly #broke: (error: unknown) => void;
  #frames: Buffer[] = [];
  #bytes = 0;
  #reading: 'none' | 'underWay' = 'none';
  #kept: string[] = [];

  constructor(sink: AudioSink, broke: (error: unknown) => void) {
    this.#sink = sink;
    this.#broke = broke;
  }

  push(frame: Buffer): void {
    this.#frames.push(frame);
    this.#bytes += frame.length;
    if (this.#reading === 'underWay') return;
    this.#reading = 'underWay';
    queueMicrotask(() => this.#endOfReading());
  }

  /** Sends what was kept; called when a session is open. */
  flush(): void {
    const kept = this.#kept;
    this.#kept = [];
    for (const packet of kept) this.#send(packet);
  }

  #endOfReading(): void {
    this.#reading = 'none';
    if (this.#bytes >= ENOUGH_BYTES) this.#sendAll();
  }

  /** Nobody waits for it: its fault is told, or it would be the process's. */
  #sendAll(): void {
    const packet = Buffer.concat(this.#frames, this.#bytes).toString('base64');
    this.#frames = [];
    this.#bytes = 0;
    try {
      this.#send(packet);
    } catch (error) {
      this.#broke(error);
    }
  }

  #send(packet: string): void {
    if (this.#kept.length === 0 && this.#sink(packet)) return;
    this.#kept.push(packet);
    if (this.#kept.length > MOST_KEPT) this.#kept.shift();
  }
}
