/** 20 ms of mu-law audio. */
export const FRAME_BYTES = 160;
export const FRAME_MS = 20;
/** Bytes of a word's UTF-8 text that one frame carries. */
export const LETTERS_PER_FRAME = 7;

const MAGIC = [0x54, 0x9d] as const;
const MARK_BYTES = 20;
const CHECKED_BYTES = 18;

/** Who is heard in one 20 ms frame, and which part of which word. Speech 0 of a caller is silence. */
export interface FrameMark {
  speaker: 'caller' | 'model';
  /** Number of the caller's utterance or of the model's response. */
  speech: number;
  /** Index of the audio item in the response; 0 for a caller. */
  item: number;
  /** Frame number within the item; within the stream for a caller. Wraps at 65,536. */
  frame: number;
  word: number;
  wordFrames: number;
  wordFrame: number;
  /** This frame's share of the word's UTF-8 bytes. */
  letters: Buffer;
}

function checksum(mark: Uint8Array): number {
  let sum = 0x1d0f;
  for (let index = 0; index < CHECKED_BYTES; index++) {
    sum = (Math.imul(sum, 257) + (mark[index] ?? 0) + index) & 0xffff;
  }
  return sum;
}

function packed(mark: FrameMark): Buffer {
  const bytes = Buffer.alloc(MARK_BYTES);
  bytes.set(MAGIC, 0);
  bytes.writeUInt8((mark.speaker === 'caller' ? 0x40 : 0x80) | (mark.item & 0x3f), 2);
  bytes.writeUInt16BE(mark.speech & 0xffff, 3);
  bytes.writeUInt16BE(mark.frame & 0xffff, 5);
  bytes.writeUInt16BE(mark.word & 0xffff, 7);
  bytes.writeUInt8(Math.min(255, mark.wordFrames), 9);
  bytes.writeUInt8(Math.min(255, mark.wordFrame), 10);
  mark.letters.copy(bytes, 11, 0, LETTERS_PER_FRAME);
  bytes.writeUInt16BE(checksum(bytes), CHECKED_BYTES);
  return bytes;
}

/** Writes a mark into the lowest bits of a frame's 160 bytes: inaudible, and safe while the bytes pass unchanged. */
export function writeMark(frame: Buffer, mark: FrameMark): Buffer {
  const bytes = packed(mark);
  for (let index = 0; index < FRAME_BYTES; index++) {
    const bit = ((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1;
    frame[index] = ((frame[index] ?? 0) & 0xfe) | bit;
  }
  return frame;
}

function byteAt(audio: Uint8Array, offset: number): number {
  let byte = 0;
  for (let index = offset; index < offset + 8; index++) byte = (byte << 1) | ((audio[index] ?? 0) & 1);
  return byte;
}

function lettersOf(bytes: Buffer): Buffer {
  const letters = bytes.subarray(11, 11 + LETTERS_PER_FRAME);
  const end = letters.indexOf(0);
  return Buffer.from(end < 0 ? letters : letters.subarray(0, end));
}

/** The mark that begins exactly at `offset`, or null. */
export function readMark(audio: Uint8Array, offset: number): FrameMark | null {
  if (offset + FRAME_BYTES > audio.length) return null;
  if (byteAt(audio, offset) !== MAGIC[0] || byteAt(audio, offset + 8) !== MAGIC[1]) return null;
  const bytes = Buffer.alloc(MARK_BYTES);
  for (let index = 0; index < MARK_BYTES; index++) bytes[index] = byteAt(audio, offset + 8 * index);
  if (bytes.readUInt16BE(CHECKED_BYTES) !== checksum(bytes)) return null;
  return {
    speaker: (bytes.readUInt8(2) & 0x40) === 0 ? 'model' : 'caller',
    item: bytes.readUInt8(2) & 0x3f,
    speech: bytes.readUInt16BE(3),
    frame: bytes.readUInt16BE(5),
    word: bytes.readUInt16BE(7),
    wordFrames: bytes.readUInt8(9),
    wordFrame: bytes.readUInt8(10),
    letters: lettersOf(bytes),
  };
}
