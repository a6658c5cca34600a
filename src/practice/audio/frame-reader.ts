import type { FrameMark } from './watermark.ts';
import { FRAME_BYTES, readMark } from './watermark.ts';

/** One piece of a byte stream: a marked 20 ms frame, or up to 20 ms of audio without a mark. */
export interface StreamPiece {
  audio: Uint8Array;
  mark: FrameMark | null;
  /** Position of its first byte in the whole stream. */
  fromByte: number;
}

/** Finds marked frames in a byte stream that was regrouped or cut anywhere. Holds back less than one frame. */
export class FrameReader {
  #held: Buffer = Buffer.alloc(0);
  #heldFromByte = 0;

  push(chunk: Uint8Array): StreamPiece[] {
    const audio = Buffer.concat([this.#held, chunk]);
    const pieces: StreamPiece[] = [];
    let at = 0;
    let plainFrom = 0;
    while (at + FRAME_BYTES <= audio.length) {
      const mark = readMark(audio, at);
      if (mark !== null || at - plainFrom === FRAME_BYTES) {
        this.#cutPlain(pieces, audio, { from: plainFrom, until: at });
        plainFrom = at;
      }
      if (mark !== null) {
        pieces.push(this.#piece(audio, { from: at, until: at + FRAME_BYTES }, mark));
        at += FRAME_BYTES;
        plainFrom = at;
      } else at += 1;
    }
    this.#cutPlain(pieces, audio, { from: plainFrom, until: at });
    this.#hold(audio, at);
    return pieces;
  }

  /** Gives up what is held back: the stream was cut here. */
  reset(): void {
    this.#heldFromByte += this.#held.length;
    this.#held = Buffer.alloc(0);
  }

  #hold(audio: Buffer, from: number): void {
    this.#heldFromByte += from;
    this.#held = Buffer.from(audio.subarray(from));
  }

  #cutPlain(pieces: StreamPiece[], audio: Buffer, span: { from: number; until: number }): void {
    if (span.until > span.from) pieces.push(this.#piece(audio, span, null));
  }

  #piece(audio: Buffer, span: { from: number; until: number }, mark: FrameMark | null): StreamPiece {
    return { audio: audio.subarray(span.from, span.until), mark, fromByte: this.#heldFromByte + span.from };
  }
}
