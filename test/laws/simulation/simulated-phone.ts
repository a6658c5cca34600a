import type { WebSocket } from 'ws';
import type { HeardWord } from '../../../src/practice/phone/heard-truth.ts';
import type { PhoneNews } from '../../../src/practice/phone/phone-news.ts';
import { Playback } from '../../../src/practice/phone/playback.ts';
import type { Log } from '../../../src/shared/log.ts';
import { MediaStream } from '../../../src/transport/twilio/media-stream.ts';
import { PhoneSocket } from '../../support/phone-socket.ts';
import type { SentToPhone } from '../../support/phone-socket.ts';
import type { SimulatedTime } from './simulated-time.ts';
import type { Sound, Sounds } from './sounds.ts';

const FRAME_BYTES = 160;
const WAY_MS = 40;

export interface PhoneOptions {
  callSid: string;
  time: SimulatedTime;
  sounds: Sounds;
  tell: (news: PhoneNews) => void;
  log: Log;
}

interface Received extends Sound {
  fromByte: number;
}

/** The caller's telephone: plays what it is sent at real time, and knows word for word what was heard of it. */
export class SimulatedPhone {
  readonly #options: PhoneOptions;
  readonly #received: Received[] = [];
  #playback = new Playback();
  #socket: PhoneSocket | null = null;
  #streams = 0;
  #earlier: HeardWord[] = [];

  constructor(options: PhoneOptions) {
    this.#options = options;
  }

  /** A stream of the same call: the first one, or one after another fell. */
  connect(): MediaStream {
    const { callSid, log } = this.#options;
    this.#earlier = this.words();
    this.#received.splice(0);
    this.#playback = new Playback();
    this.#streams += 1;
    this.#socket = new PhoneSocket((sent) => this.#take(sent));
    this.#options.tell({ kind: 'stream.started' });
    const socket = this.#socket as unknown as WebSocket;
    return new MediaStream({ socket, streamSid: `MZ${this.#streams}`, callSid, log });
  }

  get isLive(): boolean {
    return this.#socket?.readyState === 1;
  }

  get isPlaying(): boolean {
    return this.#playback.isPlaying(this.#options.time.now());
  }

  /** The response that sounds now. */
  get hears(): number | null {
    const byte = this.#playback.byteAt(this.#options.time.now());
    if (byte === null) return null;
    return this.#received.find(({ fromByte, frames }) => byte < fromByte + frames * FRAME_BYTES)?.speech ?? null;
  }

  presses(digit: string): void {
    this.#socket?.says({ event: 'dtmf', dtmf: { digit } });
  }

  hangsUp(): void {
    this.#socket?.says({ event: 'stop' });
    this.#socket?.close(1000);
  }

  falls(): void {
    this.#forget();
    this.#socket?.close(1006);
  }

  /** Every word that was heard, in order. */
  words(): HeardWord[] {
    const words = new Map<string, HeardWord>();
    for (const { speech, item, word, text, wordMs, frames, fromByte } of this.#received) {
      const span = this.#playback.heard(fromByte, fromByte + frames * FRAME_BYTES, this.#options.time.now());
      if (span.startedMs === null) continue;
      const key = `${speech} ${item} ${word}`;
      const known = words.get(key);
      if (known) known.heardMs += span.heardMs;
      else words.set(key, { text, speech, item, word, wordMs, startedMs: span.startedMs, heardMs: span.heardMs });
    }
    return [...this.#earlier, ...words.values()];
  }

  #take({ event, media, mark }: SentToPhone): void {
    const now = this.#options.time.now();
    if (event === 'media') return this.#plays(media?.payload ?? '');
    if (event === 'mark') {
      const name = mark?.name ?? '';
      this.#options.time.setTimeout(() => this.#echo(name), this.#playback.mark(name, now) + WAY_MS);
      return;
    }
    this.#options.tell({
      kind: 'media.cleared',
      speaking: this.hears,
      items: [{ item: 0, heardMs: this.#heardNow() }],
    });
    this.#forget();
  }

  #forget(): void {
    const now = this.#options.time.now();
    for (const name of this.#playback.clear(now)) this.#options.time.setTimeout(() => this.#echo(name), WAY_MS);
  }

  #plays(payload: string): void {
    const sound = this.#options.sounds.read(payload);
    if (!sound)
      return this.#options.tell({ kind: 'protocol.broken', why: 'the phone was sent what the model never made' });
    this.#received.push({ ...sound, fromByte: this.#playback.receivedBytes });
    this.#playback.add(sound.frames * FRAME_BYTES, this.#options.time.now());
    for (let frame = 0; frame < sound.frames; frame += 1)
      this.#options.tell({ kind: 'media.received', speech: sound.speech, item: sound.item });
  }

  #heardNow(): number {
    const { hears } = this;
    return this.words()
      .filter(({ speech }) => speech === hears)
      .reduce((sum, { heardMs }) => sum + heardMs, 0);
  }

  #echo(name: string): void {
    this.#socket?.says({ event: 'mark', mark: { name } });
  }
}
