import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { wireText } from '../wire-text.ts';
import { FrameReader } from '../audio/frame-reader.ts';
import { FRAME_MS } from '../audio/watermark.ts';
import type { CallerVoice } from './caller-voice.ts';
import { startFrameClock } from './frame-clock.ts';
import type { HeardWord } from './heard-truth.ts';
import { HeardTruth } from './heard-truth.ts';
import type { PhoneNews } from './phone-news.ts';
import { Playback } from './playback.ts';

const streamSid = z.string();
const fromService = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('media'), streamSid, media: z.strictObject({ payload: z.base64() }) }),
  z.strictObject({ event: z.literal('mark'), streamSid, mark: z.strictObject({ name: z.string() }) }),
  z.strictObject({ event: z.literal('clear'), streamSid }),
]);

export interface StreamOptions {
  url: string;
  signature: string | null;
  /** More headers of the upgrade. */
  headers?: Readonly<Record<string, string>>;
  callSid: string;
  accountSid: string;
  parameters: Record<string, string>;
  voice: CallerVoice;
  tell(news: PhoneNews): void;
}

type Outcome = { kind: 'ended'; code: number } | { kind: 'refused'; why: string };

/** One `<Connect><Stream>`: the websocket Twilio opens to the service, with its clock, playout and marks. */
export class MediaStream {
  readonly sid = `MZ${randomBytes(16).toString('hex')}`;
  readonly playback = new Playback();
  readonly heard = new HeardTruth(this.playback);
  /** Resolves when the stream is over. */
  readonly ended: Promise<Outcome>;
  readonly #options: StreamOptions;
  readonly #socket: WebSocket;
  readonly #reader = new FrameReader();
  #sequence = 0;
  #chunk = 0;
  #stopClock: () => void = () => undefined;

  constructor(options: StreamOptions) {
    this.#options = options;
    const signature = options.signature === null ? {} : { 'x-twilio-signature': options.signature };
    this.#socket = new WebSocket(options.url, {
      perMessageDeflate: false,
      headers: { 'user-agent': 'PracticePhone', ...signature, ...options.headers },
    });
    this.ended = new Promise((resolve) => this.#attach(resolve));
  }

  pressKey(digit: string): void {
    this.#send({ event: 'dtmf', dtmf: { track: 'inbound_track', digit } });
  }

  /** The caller hangs up: a `stop`, then the socket closes. */
  stop(): void {
    const { accountSid, callSid } = this.#options;
    this.#send({ event: 'stop', stop: { accountSid, callSid } });
    this.#socket.close();
  }

  /** The network is gone: no `stop`, no close frame. */
  drop(): void {
    this.#socket.terminate();
  }

  #attach(resolve: (outcome: Outcome) => void): void {
    const socket = this.#socket;
    socket.on('open', () => this.#begin());
    socket.on('message', (bytes, isBinary) => this.#receive(wireText(bytes, isBinary)));
    socket.on('error', (error) => resolve({ kind: 'refused', why: error.message }));
    socket.on('close', (code) => {
      this.#stopClock();
      this.#tellHeardWords(performance.now());
      this.playback.clear(performance.now());
      resolve({ kind: 'ended', code });
    });
  }

  #begin(): void {
    const { callSid, accountSid, parameters } = this.#options;
    this.#socket.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }));
    const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 };
    const start = { accountSid, streamSid: this.sid, callSid, tracks: ['inbound'], mediaFormat };
    this.#send({ event: 'start', start: { ...start, customParameters: parameters } });
    this.#options.tell({ kind: 'stream.started' });
    this.#stopClock = startFrameClock(() => this.#beat());
  }

  #send(message: Record<string, unknown>): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#sequence += 1;
    this.#socket.send(JSON.stringify({ ...message, sequenceNumber: String(this.#sequence), streamSid: this.sid }));
  }

  #beat(): void {
    const payload = this.#options.voice.nextFrame().toString('base64');
    const timestamp = String(this.#chunk * FRAME_MS);
    this.#chunk += 1;
    this.#send({ event: 'media', media: { track: 'inbound', chunk: String(this.#chunk), timestamp, payload } });
    this.#tellHeardWords(performance.now());
  }

  #receive(text: string): void {
    const nowMs = performance.now();
    const read = fromService.safeParse(parsedJson(text));
    if (!read.success) return this.#broken(`not a Twilio message: ${text.slice(0, 80)}`);
    const message = read.data;
    if (message.streamSid !== this.sid) return this.#broken(`a message for another stream: ${message.streamSid}`);
    switch (message.event) {
      case 'media':
        return this.#play(Buffer.from(message.media.payload, 'base64'), nowMs);
      case 'mark':
        return this.#mark(message.mark.name, nowMs);
      case 'clear':
        return this.#clear(nowMs);
    }
  }

  #broken(why: string): void {
    this.#options.tell({ kind: 'protocol.broken', why });
  }

  #play(audio: Buffer, nowMs: number): void {
    this.playback.add(audio.length, nowMs);
    for (const piece of this.#reader.push(audio)) {
      this.heard.add(piece);
      if (piece.mark?.speaker === 'caller') this.#broken("the caller was sent the caller's own voice");
      if (piece.mark?.speaker !== 'model') continue;
      this.#options.tell({ kind: 'media.received', speech: piece.mark.speech, item: piece.mark.item });
    }
  }

  #mark(name: string, nowMs: number): void {
    const waitMs = this.playback.mark(name, nowMs);
    setTimeout(() => this.#echoDueMarks(nowMs + waitMs), waitMs);
  }

  #echoDueMarks(dueMs: number): void {
    const nowMs = performance.now();
    const names = this.playback.takeDueMarks(Math.max(nowMs, dueMs));
    for (const name of names) this.#send({ event: 'mark', mark: { name } });
    if (names.length > 0) this.#options.tell({ kind: 'mark.echoed', lateMs: Math.max(0, nowMs - dueMs) });
  }

  #clear(nowMs: number): void {
    const speaking = this.heard.speechAt(nowMs);
    this.#tellHeardWords(nowMs);
    const names = this.playback.clear(nowMs);
    this.#reader.reset();
    this.#options.tell({ kind: 'media.cleared', speaking, items: this.#heardItems(speaking, nowMs) });
    for (const name of names) this.#send({ event: 'mark', mark: { name } });
  }

  #heardItems(speech: number | null, nowMs: number): { item: number; heardMs: number }[] {
    const words = this.heard.words(nowMs).filter((word) => word.speech === speech);
    const items = [...new Set(words.map((word) => word.item))];
    return items.map((item) => ({ item, heardMs: sumHeardMs(words.filter((word) => word.item === item)) }));
  }

  #tellHeardWords(nowMs: number): void {
    for (const word of this.heard.takeNewlyHeard(nowMs)) this.#options.tell({ kind: 'word.heard', word });
  }
}

function sumHeardMs(words: readonly HeardWord[]): number {
  return words.reduce((sum, word) => sum + word.heardMs, 0);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
