/** Base64 mu-law 8 kHz audio short enough to be one message to the phone, as the bytes of its text. */
export interface Piece {
  payload: Buffer;
  ms: number;
}

const BYTES_PER_MS = 8;
/** 120 ms, six frames of the phone: a whole number of base64 groups, so that audio is cut without being decoded. */
const LONGEST = 1_280;
const EQUALS = 0x3d;

/** Cuts a delta of any length into pieces of at most 120 ms; a short one is passed on as it is. */
export function piecesOf(payload: Buffer): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < payload.length; from += LONGEST) {
    const part = payload.length <= LONGEST ? payload : payload.subarray(from, from + LONGEST);
    const ms = bytesIn(part) / BYTES_PER_MS;
    if (ms > 0) pieces.push({ payload: part, ms });
  }
  return pieces;
}

function bytesIn(base64: Buffer): number {
  const padding = base64.at(-1) !== EQUALS ? 0 : base64.at(-2) === EQUALS ? 2 : 1;
  return (base64.length >> 2) * 3 - padding;
}
