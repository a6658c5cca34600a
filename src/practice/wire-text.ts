import type { RawData } from 'ws';

/** The text of a websocket message; empty where it was binary. */
export function wireText(raw: RawData, isBinary: boolean): string {
  if (isBinary) return '';
  if (Buffer.isBuffer(raw)) return raw.toString();
  return Array.isArray(raw) ? Buffer.concat(raw).toString() : Buffer.from(raw).toString();
}
