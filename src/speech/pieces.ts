/** Base64 mu-law 8 kHz audio short enough to be one message to the phone. */
export interface Piece {
  payload: string;
  ms: number;
}

const BYTES_PER_MS = 8;
const LONGEST_BYTES = 120 * BYTES_PER_MS;
const PIECE_BYTES = 100 * BYTES_PER_MS;

/** Cuts a delta of any length into pieces of at most 120 ms; a short one is passed on as it is, undecoded. */
export function piecesOf(payload: string): Piece[] {
  const bytes = bytesOf(payload);
  if (bytes === 0) return [];
  if (bytes <= LONGEST_BYTES) return [{ payload, ms: bytes / BYTES_PER_MS }];
  const audio = Buffer.from(payload, 'base64');
  const pieces: Piece[] = [];
  for (let from = 0; from < audio.length; from += PIECE_BYTES) {
    const part = audio.subarray(from, from + PIECE_BYTES);
    pieces.push({ payload: part.toString('base64'), ms: part.length / BYTES_PER_MS });
  }
  return pieces;
}

function bytesOf(payload: string): number {
  const padding = payload.endsWith('==') ? 2 : payload.endsWith('=') ? 1 : 0;
  return Math.max(0, (payload.length >> 2) * 3 - padding);
}
