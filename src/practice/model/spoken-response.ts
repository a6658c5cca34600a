import type { Answer } from '../brain/brain.ts';
import { framesIn, layOutWords, spokenFrame, wordMarkAt, wordsOf } from '../audio/spoken-words.ts';
import type { SpokenWord } from '../audio/spoken-words.ts';
import { FRAME_MS } from '../audio/watermark.ts';
import { newId } from './ids.ts';
import type { Races } from './races.ts';

const FRAMES_PER_DELTA = 5;
const TRANSCRIPT_LEAD_FRAMES = 10;
const TICK_MS = 5;

export type ResponseStatus = 'in_progress' | 'completed' | 'cancelled' | 'failed';
export type CancelReason = 'client_cancelled' | 'turn_detected';

/** One audio item of a response and how far it has come. */
export interface SpokenItem {
  id: string;
  index: number;
  /** Number of its response, as in the watermark. */
  speech: number;
  text: string;
  words: SpokenWord[];
  sentFrames: number;
  spelledWords: number;
  stage: 'waiting' | 'open' | 'closed';
}

export interface ServerEvent {
  type: string;
  [field: string]: unknown;
}

export interface ResponseHost {
  readonly conversationId: string;
  send(event: ServerEvent): void;
  opened(item: SpokenItem, wire: unknown): void;
  finished(response: SpokenResponse): void;
  dropSocket(): void;
}

export interface ResponsePlan {
  speech: number;
  answer: Answer;
  races: Races;
  metadata: Record<string, string> | null;
}

export function generatedMs(item: SpokenItem): number {
  return item.sentFrames * FRAME_MS;
}

function spelled(item: SpokenItem): string {
  return item.words
    .slice(0, item.spelledWords)
    .map((word) => word.text)
    .join(' ');
}

/** One answer of the loopback model: audio items generated faster than real time, the transcript a little ahead. */
export class SpokenResponse {
  readonly id = newId('resp');
  readonly speech: number;
  readonly items: SpokenItem[];
  status: ResponseStatus = 'in_progress';
  readonly #host: ResponseHost;
  readonly #plan: ResponsePlan;
  readonly #deltaMs: number;
  #cancelled: { reason: CancelReason; lateDeltas: number } | null = null;
  #nextDeltaAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(host: ResponseHost, plan: ResponsePlan) {
    this.#host = host;
    this.#plan = plan;
    this.speech = plan.speech;
    this.#deltaMs = (FRAMES_PER_DELTA * FRAME_MS) / (plan.answer.speed ?? plan.races.speed);
    this.items = plan.answer.items.map((text, index) => ({
      id: newId('item'),
      index,
      speech: plan.speech,
      text,
      words: layOutWords(
        text,
        plan.answer.wordMs === undefined ? undefined : plan.answer.wordMs * wordsOf(text).length,
      ),
      sentFrames: 0,
      spelledWords: 0,
      stage: 'waiting',
    }));
  }

  get text(): string {
    return this.items.map((item) => item.text).join(' ');
  }

  start(): void {
    this.#host.send({ type: 'response.created', response: this.#wire() });
    const { fate } = this.#plan.answer;
    if (fate === 'failed') return this.#finish('failed');
    if (fate === 'dropped') return this.#host.dropSocket();
    this.#nextDeltaAt = performance.now() + (this.#plan.answer.firstAudioMs ?? this.#plan.races.firstAudioMs);
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  /** A cancel takes effect after the deltas that are already on their way. */
  cancel(reason: CancelReason, lateDeltas = this.#plan.races.lateDeltas): void {
    this.#cancelled ??= { reason, lateDeltas };
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    while (this.status === 'in_progress' && performance.now() >= this.#nextDeltaAt) {
      if (this.#cancelled !== null && (this.#cancelled.lateDeltas <= 0 || this.#plan.answer.fate === 'mute')) {
        return this.#finish('cancelled');
      }
      if (this.#plan.answer.fate === 'mute') return;
      const item = this.items.find((candidate) => candidate.stage !== 'closed');
      if (item === undefined) return this.#finish(this.#cancelled === null ? 'completed' : 'cancelled');
      this.#advance(item);
    }
  }

  #advance(item: SpokenItem): void {
    if (item.stage === 'waiting') this.#open(item);
    if (item.sentFrames >= framesIn(item.words)) return this.#close(item);
    this.#sendDelta(item);
    if (this.#cancelled !== null) this.#cancelled.lateDeltas -= 1;
    this.#nextDeltaAt += this.#deltaMs;
    const { dropAfterMs } = this.#plan.answer;
    if (dropAfterMs !== undefined && generatedMs(item) >= dropAfterMs) this.#host.dropSocket();
  }

  #place(item: SpokenItem): { response_id: string; item_id: string; output_index: number; content_index: number } {
    return { response_id: this.id, item_id: item.id, output_index: item.index, content_index: 0 };
  }

  #open(item: SpokenItem): void {
    item.stage = 'open';
    const wire = this.#itemWire(item);
    this.#host.send({ type: 'response.output_item.added', response_id: this.id, output_index: item.index, item: wire });
    this.#host.opened(item, wire);
    const part = { type: 'audio', transcript: '' };
    this.#host.send({ type: 'response.content_part.added', ...this.#place(item), part });
  }

  #sendDelta(item: SpokenItem): void {
    const count = Math.min(FRAMES_PER_DELTA, framesIn(item.words) - item.sentFrames);
    this.#spell(item, item.sentFrames + count + TRANSCRIPT_LEAD_FRAMES);
    const frames = Array.from({ length: count }, (_, offset) => this.#frame(item, item.sentFrames + offset));
    item.sentFrames += count;
    const delta = Buffer.concat(frames).toString('base64');
    this.#host.send({ type: 'response.output_audio.delta', ...this.#place(item), delta });
  }

  #frame(item: SpokenItem, frame: number): Buffer {
    const words = wordMarkAt(item.words, frame);
    return spokenFrame('model', { speaker: 'model', speech: this.speech, item: item.index, frame, ...words });
  }

  #spell(item: SpokenItem, untilFrame: number): void {
    for (const word of item.words.slice(item.spelledWords)) {
      if (word.fromFrame >= untilFrame) return;
      const delta = item.spelledWords === 0 ? word.text : ` ${word.text}`;
      item.spelledWords += 1;
      this.#host.send({ type: 'response.output_audio_transcript.delta', ...this.#place(item), delta });
    }
  }

  #close(item: SpokenItem): void {
    if (item.stage !== 'open') return;
    item.stage = 'closed';
    const transcript = spelled(item);
    const place = this.#place(item);
    this.#host.send({ type: 'response.output_audio.done', ...place });
    this.#host.send({ type: 'response.output_audio_transcript.done', ...place, transcript });
    this.#host.send({ type: 'response.content_part.done', ...place, part: { type: 'audio', transcript } });
    const wire = this.#itemWire(item);
    this.#host.send({ type: 'response.output_item.done', response_id: this.id, output_index: item.index, item: wire });
    this.#host.send({ type: 'conversation.item.done', previous_item_id: null, item: wire });
  }

  #finish(status: ResponseStatus): void {
    this.stop();
    this.status = status;
    for (const item of this.items) this.#close(item);
    this.#host.finished(this);
    this.#host.send({ type: 'response.done', response: this.#wire() });
    const limits = [{ name: 'tokens', limit: 40_000, remaining: 39_000, reset_seconds: 1 }];
    this.#host.send({ type: 'rate_limits.updated', rate_limits: limits });
  }

  #itemWire(item: SpokenItem): Record<string, unknown> {
    const whole = item.sentFrames >= framesIn(item.words);
    const closedStatus = whole ? 'completed' : 'incomplete';
    return {
      id: item.id,
      object: 'realtime.item',
      type: 'message',
      status: item.stage === 'closed' ? closedStatus : 'in_progress',
      role: 'assistant',
      content: item.stage === 'closed' ? [{ type: 'output_audio', transcript: spelled(item) }] : [],
    };
  }

  #wire(): Record<string, unknown> {
    const opened = this.items.filter((item) => item.stage !== 'waiting');
    return {
      object: 'realtime.response',
      id: this.id,
      status: this.status,
      status_details: this.#details(),
      conversation_id: this.#host.conversationId,
      output_modalities: ['audio'],
      max_output_tokens: 'inf',
      audio: { output: { format: { type: 'audio/pcmu' }, voice: 'marin' } },
      metadata: this.#plan.metadata,
      output: this.status === 'in_progress' ? [] : opened.map((item) => this.#itemWire(item)),
      usage: this.status === 'in_progress' ? null : usageOf(opened),
    };
  }

  #details(): Record<string, unknown> | null {
    if (this.status === 'cancelled')
      return { type: 'cancelled', reason: this.#cancelled?.reason ?? 'client_cancelled' };
    if (this.status !== 'failed') return null;
    const error = { type: 'server_error', code: 'inference_rate_limit_exceeded', message: 'The model is overloaded.' };
    return { type: 'failed', error };
  }
}

function usageOf(items: readonly SpokenItem[]): Record<string, unknown> {
  const audioTokens = items.reduce((sum, item) => sum + Math.ceil(generatedMs(item) / 50), 0);
  return {
    total_tokens: audioTokens + 100,
    input_tokens: 100,
    output_tokens: audioTokens,
    input_token_details: { text_tokens: 100, audio_tokens: 0, cached_tokens: 0 },
    output_token_details: { text_tokens: 0, audio_tokens: audioTokens },
  };
}
