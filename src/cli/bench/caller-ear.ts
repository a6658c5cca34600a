import { FRAME_MS } from '../../practice/audio/watermark.ts';
import type { FrameStamp } from './frame-stamp.ts';
import { StampReader } from './frame-stamp.ts';
import { nowUs } from './monotonic-clock.ts';
import type { HeardInterruption } from './upstream-report.ts';
import type { UpstreamTally } from './upstream-tally.ts';

/** As in the realtime API: `audio_start_ms` is earlier by the padding, `audio_end_ms` later by the silence. */
export interface VoiceDetection {
  prefixPaddingMs: number;
  silenceMs: number;
}

export interface EarListener {
  started(audioStartMs: number): void;
  stopped(audioEndMs: number): void;
}

type Voice = { kind: 'quiet' } | { kind: 'speech'; silentMs: number };

/** Hears one call's frames: counts, times, and tells where the caller's speech starts and stops by its stamps. */
export class CallerEar {
  call: number | null = null;
  detection: VoiceDetection = { prefixPaddingMs: 300, silenceMs: 500 };
  /** The caller's last start of speech. */
  interruption: HeardInterruption | null = null;
  #heardMs = 0;
  #nextFrame: number | null = null;
  #voice: Voice = { kind: 'quiet' };
  readonly #reader = new StampReader();
  readonly #tally: UpstreamTally;
  readonly #listener: EarListener;

  constructor(tally: UpstreamTally, listener: EarListener) {
    this.#tally = tally;
    this.#listener = listener;
  }

  hear(audio: Buffer): void {
    const atUs = nowUs();
    for (const stamp of this.#reader.push(audio)) this.#frame(stamp, atUs);
  }

  #frame(stamp: FrameStamp, atUs: number): void {
    this.call ??= stamp.call;
    if (stamp.call !== this.call) {
      this.#tally.framesOfOthers += 1;
      return;
    }
    this.#tally.framesHeard += 1;
    this.#tally.framesLost += Math.max(0, stamp.frame - (this.#nextFrame ?? stamp.frame));
    this.#tally.frameLatency.add((atUs - stamp.sentUs) / 1000);
    this.#nextFrame = stamp.frame + 1;
    this.#heardMs += FRAME_MS;
    if (stamp.speech > 0) this.#speech(stamp);
    else this.#silence();
  }

  #speech(stamp: FrameStamp): void {
    if (this.#voice.kind === 'quiet') {
      this.interruption = { call: stamp.call, turn: stamp.speech, startedUs: nowUs(), truncation: null };
      this.#tally.interruptions.push(this.interruption);
      this.#listener.started(Math.max(0, this.#heardMs - FRAME_MS - this.detection.prefixPaddingMs));
    }
    this.#voice = { kind: 'speech', silentMs: 0 };
  }

  #silence(): void {
    if (this.#voice.kind === 'quiet') return;
    this.#voice.silentMs += FRAME_MS;
    if (this.#voice.silentMs < this.detection.silenceMs) return;
    this.#voice = { kind: 'quiet' };
    this.#listener.stopped(this.#heardMs);
  }
}
