import { FRAME_BYTES } from '../../practice/audio/watermark.ts';

/** What one 20 ms frame tells: whose it is, which one, and when it left. */
export interface FrameStamp {
  call: number;
  /** Number of the caller's turn or of the model's answer; 0 is a caller's silence. */
  speech: number;
  /** Number of the frame within its stream. */
  frame: number;
  sentUs: number;
}

const MAGIC = 0xb69d;
const STAMP_BYTES = 18;
const CHECKED_BYTES = 16;

const written = Buffer.alloc(STAMP_BYTES);
const read = Buffer.alloc(STAMP_BYTES);

function checksum(stamp: Buffer): number {
  let sum = 0x5a17;
  for (let index = 0; index < CHECKED_BYTES; index++) sum = (Math.imul(sum, 33) ^ (stamp[index] ?? 0)) & 0xffff;
  return sum;
}

/** Writes a stamp into the lowest bits of the frame at `offset`: speech stays speech, silence stays silence. */
export function stampFrame(audio: Buffer, offset: number, stamp: FrameStamp): void {
  written.writeUInt16BE(MAGIC, 0);
  written.writeUInt16BE(stamp.call, 2);
  written.writeUInt16BE(stamp.speech & 0xffff, 4);
  written.writeUInt32BE(stamp.frame, 6);
  written.writeUIntBE(stamp.sentUs, 10, 6);
  written.writeUInt16BE(checksum(written), CHECKED_BYTES);
  for (let index = 0; index < STAMP_BYTES * 8; index++) {
    const bit = ((written[index >> 3] ?? 0) >> (7 - (index & 7))) & 1;
    audio[offset + index] = ((audio[offset + index] ?? 0) & 0xfe) | bit;
  }
}

function byteAt(audio: Buffer, from: number): number {
  let byte = 0;
  for (let index = from; index < from + 8; index++) byte = (byte << 1) | ((audio[index] ?? 0) & 1);
  return byte;
}

/** The stamp of the frame that begins at `offset`, or null where none does. */
export function readStamp(audio: Buffer, offset: number): FrameStamp | null {
  if (offset + FRAME_BYTES > audio.length) return null;
  if (((byteAt(audio, offset) << 8) | byteAt(audio, offset + 8)) !== MAGIC) return null;
  for (let index = 0; index < STAMP_BYTES; index++) read[index] = byteAt(audio, offset + index * 8);
  if (read.readUInt16BE(CHECKED_BYTES) !== checksum(read)) return null;
  return {
    call: read.readUInt16BE(2),
    speech: read.readUInt16BE(4),
    frame: read.readUInt32BE(6),
    sentUs: read.readUIntBE(10, 6),
  };
}

/** Finds stamped frames in audio that was regrouped or cut on its way. */
export class StampReader {
  #rest: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): FrameStamp[] {
    const audio = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const stamps: FrameStamp[] = [];
    let at = 0;
    while (at + FRAME_BYTES <= audio.length) {
      const stamp = readStamp(audio, at);
      if (stamp !== null) stamps.push(stamp);
      at += stamp === null ? 1 : FRAME_BYTES;
    }
    this.#rest = Buffer.from(audio.subarray(at));
    return stamps;
  }
}
