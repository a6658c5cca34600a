import type { PlayoutPhone } from '../speech/playout.ts';
import type { MediaStream, MediaStreamListener } from '../transport/twilio/media-stream.ts';

/** The call's line to the phone: at most one stream. What is sent while there is none goes nowhere. */
export class PhoneLine implements PlayoutPhone {
  readonly #listener: MediaStreamListener;
  #stream: MediaStream | null = null;

  constructor(listener: MediaStreamListener) {
    this.#listener = listener;
  }

  get isLive(): boolean {
    return this.#stream !== null;
  }

  attach(stream: MediaStream): void {
    this.#stream = stream;
    const { audio, mark, key, ended } = this.#listener;
    stream.listen({
      audio,
      mark,
      key,
      ended: (how) => {
        this.#stream = null;
        ended(how);
      },
    });
  }

  sendAudio(payload: Buffer): void {
    this.#stream?.sendAudio(payload);
  }

  sendMark(name: string): void {
    this.#stream?.sendMark(name);
  }

  sendClear(): void {
    this.#stream?.sendClear();
  }

  /** Ends the stream from our side, when `before` is done; nothing of it is told any more. */
  close(before: Promise<void> | null = null): void {
    this.#stream?.close(before);
    this.#stream = null;
  }
}
