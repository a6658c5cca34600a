import { randomBytes } from 'node:crypto';
import { CallerVoice, nextUtteranceNumber } from './caller-voice.ts';
import { MediaStream } from './media-stream.ts';
import type { PhoneNews, PhoneObserver } from './phone-news.ts';

export interface InvitedPhoneOptions {
  /** The service's socket for media streams. */
  url: string;
  headers: Readonly<Record<string, string>>;
  callSid: string;
  token: string;
  observe: PhoneObserver;
}

const KEY_GAP_MS = 80;

/** The phone of a caller who was invited to a call: no webhook rings, the stream alone is spoken, as Twilio speaks it. */
export class InvitedPhone {
  readonly stream: MediaStream;
  readonly #options: InvitedPhoneOptions;
  readonly #voice: CallerVoice;
  #line: 'open' | 'hungUp' = 'open';

  constructor(options: InvitedPhoneOptions) {
    this.#options = options;
    this.#voice = new CallerVoice({
      starts: ({ number, text, voiceMs }) => this.#tell({ kind: 'caller.starts', utterance: number, text, voiceMs }),
      ends: ({ number, text, voiceMs }) => this.#tell({ kind: 'caller.ends', utterance: number, text, voiceMs }),
    });
    const { url, headers, callSid, token } = options;
    this.stream = new MediaStream({
      url,
      signature: null,
      headers,
      callSid,
      accountSid: `AC${randomBytes(16).toString('hex')}`,
      parameters: { token },
      voice: this.#voice,
      tell: (news) => this.#tell(news),
    });
  }

  /** Resolves when the line is dead, whoever hung up. */
  async over(): Promise<void> {
    await this.stream.ended;
    this.#tell({ kind: 'call.ended', by: this.#line === 'hungUp' ? 'caller' : 'service', lastVerb: 'Stream' });
  }

  say(text: string, options: { number?: number; voiceMs?: number } = {}): Promise<void> {
    return this.#voice.say(options.number ?? nextUtteranceNumber(), text, options.voiceMs);
  }

  makeNoise(voiceMs: number, number = nextUtteranceNumber()): Promise<void> {
    return this.#voice.makeNoise(number, voiceMs);
  }

  async press(keys: string): Promise<void> {
    for (const key of keys) {
      this.stream.pressKey(key);
      await new Promise((resolve) => setTimeout(resolve, KEY_GAP_MS));
    }
    this.#tell({ kind: 'caller.pressed', keys });
  }

  hangUp(): void {
    this.#line = 'hungUp';
    this.stream.stop();
  }

  isHearing(nowMs = performance.now()): boolean {
    return this.stream.playback.isPlaying(nowMs);
  }

  #tell(news: PhoneNews): void {
    this.#options.observe({ ...news, atMs: performance.now() });
  }
}
