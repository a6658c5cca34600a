import type { Paced } from '../speech/pacer.ts';

/** Where caller audio goes, base64; false where it cannot be taken now. */
export type AudioSink = (payload: string) => boolean;

/** Four frames of the phone, sent on the beat (docs/decisions/2026-11-27-eighty-milliseconds-a-message.md). */
const PACKET_BYTES = 640;
/** 20 s: longer than any pause in which a session is being opened. */
const MOST_KEPT = 250;

/**
 * The caller's audio on its way to the model, 80 ms at a time: kept in order while no session is open, so that no word is lost.
 * It leaves on the beat of the pacer, so that calls of a node send together instead of each waking the processor for itself.
 */
export class Uplink implements Paced {
  readonly #sink: AudioSink;
  #line: 'open' | 'closed' = 'open';
  #frames: Buffer[] = [];
  #bytes = 0;
  #kept: string[] = [];

  constructor(sink: AudioSink) {
    this.#sink = sink;
  }

  /** Until it is closed. */
  get isIdle(): boolean {
    return this.#line === 'closed';
  }

  /** At once where a packet is whole. */
  get dueAt(): number {
    return this.#bytes < PACKET_BYTES ? Infinity : -Infinity;
  }

  push(frame: Buffer): void {
    this.#frames.push(frame);
    this.#bytes += frame.length;
  }

  feed(): void {
    const packet = Buffer.concat(this.#frames, this.#bytes).toString('base64');
    this.#frames = [];
    this.#bytes = 0;
    this.#send(packet);
  }

  /** The call is over: no more is sent. */
  close(): void {
    this.#line = 'closed';
  }

  /** Sends what was kept; called when a session is open. */
  flush(): void {
    const kept = this.#kept;
    this.#kept = [];
    for (const packet of kept) this.#send(packet);
    if (this.dueAt < 0) this.feed();
  }

  #send(packet: string): void {
    if (this.#kept.length === 0 && this.#sink(packet)) return;
    this.#kept.push(packet);
    if (this.#kept.length > MOST_KEPT) this.#kept.shift();
  }
}
