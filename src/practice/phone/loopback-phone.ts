import { randomBytes } from 'node:crypto';
import { CallerVoice, nextUtteranceNumber } from './caller-voice.ts';
import type { HeardWord } from './heard-truth.ts';
import { MediaStream } from './media-stream.ts';
import type { PhoneNews, PhoneObserver } from './phone-news.ts';
import { twilioSignature } from './twilio-signature.ts';
import type { TwimlElement } from './twiml-reader.ts';
import { readTwiml } from './twiml-reader.ts';

const MOST_DOCUMENTS = 20;
const KEY_GAP_MS = 80;
/** The close code of a socket that ended without a goodbye. */
const ABNORMAL = 1006;

export interface PhoneOptions {
  /** The service's public URL, without a slash at the end. */
  serviceUrl: string;
  /** Unset: unsigned, as in practice mode. */
  authToken?: string;
  from: string;
  to: string;
  observe?: PhoneObserver;
}

/** A stream that fell is noticed by Twilio about this late. */
const NOTICED_AFTER_MS = 1_000;

type Next = { kind: 'over' } | { kind: 'document'; document: TwimlElement };

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** One phone call as Twilio runs it: signed webhooks, TwiML, media streams, keypad, status callback; and the caller. */
export class LoopbackPhone {
  readonly callSid = `CA${randomBytes(16).toString('hex')}`;
  readonly accountSid = `AC${randomBytes(16).toString('hex')}`;
  readonly streams: MediaStream[] = [];
  readonly #options: PhoneOptions;
  readonly #voice: CallerVoice;
  #line: 'open' | 'hungUp' = 'open';
  #lastVerb = '';
  #ending: 'ahead' | 'told' = 'ahead';

  constructor(options: PhoneOptions) {
    this.#options = options;
    this.#voice = new CallerVoice({
      starts: ({ number, text, voiceMs }) => this.#tell({ kind: 'caller.starts', utterance: number, text, voiceMs }),
      ends: ({ number, text, voiceMs }) => this.#tell({ kind: 'caller.ends', utterance: number, text, voiceMs }),
    });
  }

  get stream(): MediaStream | undefined {
    return this.streams.at(-1);
  }

  /** Rings the service and follows its TwiML until the call is over. What goes wrong is told as `protocol.broken`. */
  async dial(): Promise<void> {
    try {
      await this.#followDocuments();
      this.#tellEnded();
      await this.#reportEnd();
    } catch (error) {
      this.#tell({ kind: 'protocol.broken', why: String(error) });
      this.#tellEnded();
    }
  }

  /** Says words; resolves when the last one is out. */
  say(text: string, options: { number?: number; voiceMs?: number } = {}): Promise<void> {
    return this.#voice.say(options.number ?? nextUtteranceNumber(), text, options.voiceMs);
  }

  /** A noise without words: a door, a cough. */
  makeNoise(voiceMs: number, number = nextUtteranceNumber()): Promise<void> {
    return this.#voice.makeNoise(number, voiceMs);
  }

  async press(keys: string): Promise<void> {
    for (const key of keys) {
      this.stream?.pressKey(key);
      await pause(KEY_GAP_MS);
    }
    this.#tell({ kind: 'caller.pressed', keys });
  }

  hangUp(): void {
    this.#line = 'hungUp';
    this.stream?.stop();
  }

  /** Every word of the model heard so far, over all streams of the call. */
  heardWords(nowMs = performance.now()): HeardWord[] {
    return this.streams.flatMap((stream) => stream.heard.words(nowMs));
  }

  isHearing(nowMs = performance.now()): boolean {
    return this.stream?.playback.isPlaying(nowMs) ?? false;
  }

  async #followDocuments(): Promise<void> {
    const first = await this.#fetchTwiml('/twilio/voice', 'ringing');
    let next: Next = { kind: 'document', document: first };
    for (let count = 0; next.kind === 'document' && count < MOST_DOCUMENTS; count++)
      next = await this.#follow(next.document);
  }

  #tellEnded(): void {
    if (this.#ending === 'told') return;
    this.#ending = 'told';
    this.#tell({ kind: 'call.ended', by: this.#line === 'hungUp' ? 'caller' : 'service', lastVerb: this.#lastVerb });
  }

  #tell(news: PhoneNews): void {
    this.#options.observe?.({ ...news, atMs: performance.now() });
  }

  #form(callStatus: string): Record<string, string> {
    const { from, to } = this.#options;
    const parties = { From: from, To: to, Caller: from, Called: to, FromCountry: 'IL', ToCountry: 'IL' };
    const call = { CallSid: this.callSid, AccountSid: this.accountSid, CallStatus: callStatus };
    return { ...parties, ...call, ApiVersion: '2010-04-01', Direction: 'inbound' };
  }

  async #post(url: string, form: Record<string, string>): Promise<Response> {
    const { serviceUrl, authToken } = this.#options;
    const full = new URL(url, `${serviceUrl}/`).href;
    const signature = authToken === undefined ? {} : { 'x-twilio-signature': twilioSignature(authToken, full, form) };
    return fetch(full, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...signature },
      body: new URLSearchParams(form).toString(),
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
  }

  async #fetchTwiml(url: string, callStatus: string): Promise<TwimlElement> {
    const response = await this.#post(url, this.#form(callStatus));
    const body = await response.text();
    this.#tell({
      kind: 'webhook.answered',
      path: new URL(url, 'http://service').pathname,
      status: response.status,
      body,
    });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${body.slice(0, 200)}`);
    return readTwiml(body);
  }

  async #follow(document: TwimlElement): Promise<Next> {
    for (const verb of document.children) {
      if (this.#line === 'hungUp') break;
      this.#lastVerb = verb.name;
      this.#tell({ kind: 'twiml.verb', verb: verb.name, text: verb.text });
      const next = await this.#run(verb);
      if (next !== null) return next;
    }
    return { kind: 'over' };
  }

  /** Runs one verb; null: go on with the next one. */
  async #run(verb: TwimlElement): Promise<Next | null> {
    switch (verb.name) {
      case 'Say':
        await pause(Math.min(400, verb.text.length * 6));
        return null;
      case 'Pause':
        await pause(Number(verb.attributes['length'] ?? 1) * 1000);
        return null;
      case 'Redirect':
        return this.#fetched(verb.text.trim());
      case 'Connect':
        return this.#connect(verb);
      default:
        return { kind: 'over' };
    }
  }

  async #connect(verb: TwimlElement): Promise<Next | null> {
    const element = verb.children.find((child) => child.name === 'Stream');
    if (element === undefined) throw new Error('<Connect> without <Stream>');
    const url = element.attributes['url'] ?? '';
    const { authToken } = this.#options;
    const stream = new MediaStream({
      url,
      signature: authToken === undefined ? null : twilioSignature(authToken, url),
      callSid: this.callSid,
      accountSid: this.accountSid,
      parameters: parametersOf(element),
      voice: this.#voice,
      tell: (news) => this.#tell(news),
    });
    this.streams.push(stream);
    const outcome = await stream.ended;
    if (outcome.kind === 'refused') this.#tell({ kind: 'stream.refused', why: outcome.why });
    else this.#tell({ kind: 'stream.ended', code: outcome.code });
    if (outcome.kind === 'refused' || outcome.code === ABNORMAL) await pause(NOTICED_AFTER_MS);
    if (this.#line === 'hungUp') return { kind: 'over' };
    const action = verb.attributes['action'];
    return action === undefined
      ? null
      : this.#fetched(action).catch((error: unknown) => this.#passedOver(action, error));
  }

  async #fetched(url: string): Promise<Next> {
    return { kind: 'document', document: await this.#fetchTwiml(url, 'in-progress') };
  }

  /** An action nobody answers: the call goes on with the next verb. */
  #passedOver(action: string, error: unknown): null {
    const path = new URL(action, 'http://service').pathname;
    this.#tell({ kind: 'webhook.answered', path, status: 0, body: String(error) });
    return null;
  }

  async #reportEnd(): Promise<void> {
    const form = { ...this.#form('completed'), CallDuration: '20', Duration: '1', SequenceNumber: '0' };
    const ending = { ...form, CallbackSource: 'call-progress-events', Timestamp: new Date().toUTCString() };
    const response = await this.#post('/twilio/status', ending);
    this.#tell({ kind: 'webhook.answered', path: '/twilio/status', status: response.status, body: '' });
  }
}

function parametersOf(element: TwimlElement): Record<string, string> {
  const pairs = element.children
    .filter((child) => child.name === 'Parameter')
    .map((child) => [child.attributes['name'] ?? '', child.attributes['value'] ?? '']);
  return Object.fromEntries(pairs) as Record<string, string>;
}
