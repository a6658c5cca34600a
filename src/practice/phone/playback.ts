import { BYTES_PER_MS } from '../audio/mu-law.ts';

interface Segment {
  fromByte: number;
  untilByte: number;
  startMs: number;
}

interface PendingMark {
  name: string;
  dueMs: number;
}

export interface HeardSpan {
  heardMs: number;
  /** When its first heard byte sounded; null where nothing of it was heard. */
  startedMs: number | null;
}

/**
 * What Twilio does with outgoing audio: plays it in order at real time, echoes a mark when all before it has played, and
 * on `clear` drops the rest and echoes all marks. Positions are bytes of the stream as received; times are `performance.now()`.
 */
export class Playback {
  receivedBytes = 0;
  endsMs = 0;
  #segments: Segment[] = [];
  #marks: PendingMark[] = [];

  add(bytes: number, nowMs: number): void {
    const startMs = Math.max(nowMs, this.endsMs);
    const last = this.#segments.at(-1);
    const untilByte = this.receivedBytes + bytes;
    if (last !== undefined && startMs === this.endsMs && last.untilByte === this.receivedBytes)
      last.untilByte = untilByte;
    else this.#segments.push({ fromByte: this.receivedBytes, untilByte, startMs });
    this.receivedBytes = untilByte;
    this.endsMs = startMs + bytes / BYTES_PER_MS;
  }

  isPlaying(nowMs: number): boolean {
    return this.endsMs > nowMs;
  }

  /** The byte that sounds at a moment; null in silence. */
  byteAt(nowMs: number): number | null {
    const segment = this.#segments.findLast((candidate) => candidate.startMs <= nowMs);
    if (segment === undefined) return null;
    const byte = segment.fromByte + Math.floor((nowMs - segment.startMs) * BYTES_PER_MS);
    return byte < segment.untilByte ? byte : null;
  }

  /** Adds a mark; gives the milliseconds until it is due. */
  mark(name: string, nowMs: number): number {
    const dueMs = Math.max(nowMs, this.endsMs);
    this.#marks.push({ name, dueMs });
    return dueMs - nowMs;
  }

  /** Takes the marks whose audio has played. */
  takeDueMarks(nowMs: number): string[] {
    const due = this.#marks.filter((mark) => mark.dueMs <= nowMs);
    this.#marks = this.#marks.filter((mark) => mark.dueMs > nowMs);
    return due.map((mark) => mark.name);
  }

  /** Forgets what has not been heard yet; gives the names of all outstanding marks. */
  clear(nowMs: number): string[] {
    const names = this.#marks.map((mark) => mark.name);
    this.#marks = [];
    this.#segments = this.#segments
      .filter((segment) => segment.startMs < nowMs)
      .map((segment) => {
        const playedBytes = Math.floor((nowMs - segment.startMs) * BYTES_PER_MS);
        return { ...segment, untilByte: Math.min(segment.untilByte, segment.fromByte + playedBytes) };
      });
    this.endsMs = Math.min(this.endsMs, nowMs);
    return names;
  }

  /** How much of a stretch of bytes was heard by a moment. */
  heard(fromByte: number, untilByte: number, nowMs: number): HeardSpan {
    let heardMs = 0;
    let startedMs: number | null = null;
    for (const segment of this.#segments) {
      const from = Math.max(fromByte, segment.fromByte);
      const until = Math.min(untilByte, segment.untilByte);
      const startMs = segment.startMs + (from - segment.fromByte) / BYTES_PER_MS;
      const playedMs = Math.min(nowMs - startMs, (until - from) / BYTES_PER_MS);
      if (until <= from || playedMs <= 0) continue;
      heardMs += playedMs;
      startedMs ??= startMs;
    }
    return { heardMs, startedMs };
  }
}
