import { BYTES_PER_MS, loudness } from '../audio/mu-law.ts';
import type { StreamPiece } from '../audio/frame-reader.ts';
import { FrameReader } from '../audio/frame-reader.ts';
import { WordCollector } from '../audio/word-collector.ts';
import type { TurnDetection } from './session-schema.ts';

const LOUD_ENOUGH = 450;
const ONSET_MS = 40;
const SEMANTIC_PATIENCE_MS = 600;

/** What was heard between a start and a stop of speech. */
export interface HeardSpeech {
  text: string;
  /** Numbers of the practice caller's utterances in it, from the watermark. */
  utterances: number[];
}

export interface VoiceListener {
  started(audioStartMs: number): void;
  stopped(audioEndMs: number, heard: HeardSpeech): void;
}

type Ear =
  { kind: 'quiet' } | { kind: 'rising'; sinceMs: number; loudMs: number } | { kind: 'speech'; quietMs: number };

/** Server VAD: loudness decides when speech starts and stops; the watermark only tells which words it was. */
export class VoiceDetector {
  appendedMs = 0;
  #ear: Ear = { kind: 'quiet' };
  readonly #reader = new FrameReader();
  readonly #words = new WordCollector();
  readonly #utterances = new Set<number>();
  readonly #detection: () => TurnDetection | null;
  readonly #listener: VoiceListener;

  constructor(detection: () => TurnDetection | null, listener: VoiceListener) {
    this.#detection = detection;
    this.#listener = listener;
  }

  push(audio: Uint8Array): void {
    for (const piece of this.#reader.push(audio)) this.#step(piece);
  }

  /** What was heard since the last turn; used where a client commits by itself. */
  takeHeard(): HeardSpeech {
    const heard = { text: this.#words.text(), utterances: [...this.#utterances] };
    this.#words.clear();
    this.#utterances.clear();
    return heard;
  }

  #step(piece: StreamPiece): void {
    const startMs = this.appendedMs;
    const durationMs = piece.audio.length / BYTES_PER_MS;
    this.appendedMs += durationMs;
    const detection = this.#detection();
    if (loudness(piece.audio) > LOUD_ENOUGH) {
      this.#remember(piece);
      if (detection !== null) this.#loud(startMs, durationMs, detection);
    } else if (detection !== null) this.#quiet(durationMs, detection);
  }

  #remember(piece: StreamPiece): void {
    if (piece.mark?.speaker !== 'caller' || piece.mark.speech === 0) return;
    this.#words.add(piece.mark);
    this.#utterances.add(piece.mark.speech);
  }

  #loud(startMs: number, durationMs: number, detection: TurnDetection): void {
    if (this.#ear.kind === 'speech') {
      this.#ear = { kind: 'speech', quietMs: 0 };
      return;
    }
    const sinceMs = this.#ear.kind === 'rising' ? this.#ear.sinceMs : startMs;
    const loudMs = durationMs + (this.#ear.kind === 'rising' ? this.#ear.loudMs : 0);
    this.#ear = { kind: 'rising', sinceMs, loudMs };
    if (loudMs < ONSET_MS) return;
    this.#ear = { kind: 'speech', quietMs: 0 };
    const paddingMs = detection.type === 'server_vad' ? (detection.prefix_padding_ms ?? 300) : 300;
    this.#listener.started(Math.max(0, Math.round(sinceMs - paddingMs)));
  }

  #quiet(durationMs: number, detection: TurnDetection): void {
    if (this.#ear.kind === 'rising') {
      this.#ear = { kind: 'quiet' };
      this.takeHeard();
    }
    if (this.#ear.kind !== 'speech') return;
    const quietMs = this.#ear.quietMs + durationMs;
    this.#ear = { kind: 'speech', quietMs };
    if (quietMs < patienceMs(detection)) return;
    this.#ear = { kind: 'quiet' };
    this.#listener.stopped(Math.round(this.appendedMs), this.takeHeard());
  }
}

function patienceMs(detection: TurnDetection): number {
  return detection.type === 'server_vad' ? (detection.silence_duration_ms ?? 500) : SEMANTIC_PATIENCE_MS;
}
