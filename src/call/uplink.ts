/** Where caller audio goes, base64; false where it cannot be taken now. */
export type AudioSink = (payload: string) => boolean;

/** Four frames of the phone (docs/decisions/2026-11-27-eighty-milliseconds-a-message.md). */
const PACKET_BYTES = 640;
/** 20 s: longer than any pause in which a session is being opened. */
const MOST_KEPT = 250;

/** The caller's audio on its way to the model, 80 ms at a time: kept in order while no session is open, so that no word is lost. */
export class Uplink {
  readonly #sink: AudioSink;
  #frames: Buffer[] = [];
  #bytes = 0;
  #kept: string[] = [];

  constructor(sink: AudioSink) {
    this.#sink = sink;
  }

  push(frame: Buffer): void {
    this.#frames.push(frame);
    this.#bytes += frame.length;
    if (this.#bytes < PACKET_BYTES) return;
    const packet = Buffer.concat(this.#frames, this.#bytes).toString('base64');
    this.#frames = [];
    this.#bytes = 0;
    this.#send(packet);
  }

  /** Sends what was kept; called when a session is open. */
  flush(): void {
    const kept = this.#kept;
    this.#kept = [];
    for (const packet of kept) this.#send(packet);
  }

  #send(packet: string): void {
    if (this.#kept.length === 0 && this.#sink(packet)) return;
    this.#kept.push(packet);
    if (this.#kept.length > MOST_KEPT) this.#kept.shift();
  }
}
