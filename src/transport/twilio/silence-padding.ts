/**
 * Keeps the model's clock going where the phone's audio has holes: its voice detection advances only with audio, so a
 * caller who loses packets in the middle of a word would never be heard to stop (protocols.md §3.3).
 */
export class SilencePadding {
  #fedMs = 0;
  #lastTimestampMs = -1;
  #lastFrameAt: number;

  constructor(now: number) {
    this.#lastFrameAt = now;
  }

  /** Milliseconds of silence that belong before this frame; null where the frame is a repeat and must be dropped. */
  beforeFrame(timestampMs: number, frameMs: number, now: number): number | null {
    if (timestampMs <= this.#lastTimestampMs) return null;
    const missingMs = Math.min(LONGEST_MS, Math.max(0, timestampMs - this.#fedMs));
    const padMs = missingMs > frameMs ? missingMs : 0;
    this.#lastTimestampMs = timestampMs;
    this.#lastFrameAt = now;
    this.#fedMs = Math.max(this.#fedMs, timestampMs) + frameMs;
    return padMs;
  }

  /** Milliseconds of silence to feed now because no frame has come for a while; 0 while frames come. */
  whileMute(now: number): number {
    const mutedMs = now - this.#lastFrameAt;
    if (mutedMs < MUTE_AFTER_MS) return 0;
    const padMs = Math.min(LONGEST_MS, Math.floor(mutedMs));
    this.#lastFrameAt = now - (mutedMs - padMs);
    this.#fedMs += padMs;
    return padMs;
  }
}

const MUTE_AFTER_MS = 750;
const LONGEST_MS = 10_000;
