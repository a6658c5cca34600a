import type { RawData, WebSocket } from 'ws';
import type { Log } from '../../shared/log.ts';
import { clearMessage, markMessage, mediaWriter, readMessage, sliceAudio } from './messages.ts';
import type { TwilioMessage } from './messages.ts';
import { SilencePadding } from './silence-padding.ts';

/** What a media stream tells its call. Audio is mu-law 8 kHz. */
export interface MediaStreamListener {
  audio(audio: Buffer): void;
  mark(name: string): void;
  key(digit: string): void;
  /** `stopped`: Twilio said goodbye; `lost`: the socket fell without one. */
  ended(how: 'stopped' | 'lost'): void;
}

const BYTES_PER_MS = 8;
const TEXT = { binary: false };
const MOST_JUNK = 50;
/** What may come in before the call listens: seconds of audio, more than it takes to let a stream in. */
const MOST_EARLY = 500;
const POLICY_VIOLATION = 1008;
/** Twilio sends fifty frames a second; one that says nothing for so long is gone, though its socket does not know. */
const HALF_OPEN_MS = 10_000;
/** What a phone that does not read may cost: half a minute of sound. More is dropped. */
const MOST_UNREAD_BYTES = 256 * 1024;

/** One `<Connect><Stream>` socket after its `start` was accepted. */
export class MediaStream {
  readonly streamSid: string;
  readonly callSid: string;
  readonly #socket: WebSocket;
  readonly #log: Log;
  readonly #mediaOf: (payload: Buffer) => Buffer;
  readonly #padding = new SilencePadding(performance.now());
  #listener: MediaStreamListener | null = null;
  #stage: 'open' | 'stopped' | 'closed' = 'open';
  #early: { message: RawData; isBinary: boolean }[] = [];
  readonly #ignored = new Set<string>();
  #junk = 0;
  #heardAt = performance.now();
  #reader: 'keepsUp' | 'lags' = 'keepsUp';

  constructor(given: { socket: WebSocket; streamSid: string; callSid: string; log: Log }) {
    this.#socket = given.socket;
    this.streamSid = given.streamSid;
    this.#mediaOf = mediaWriter(given.streamSid);
    this.callSid = given.callSid;
    this.#log = given.log;
    this.#socket.on('message', (message, isBinary) => this.#receive(message, isBinary));
    this.#socket.on('close', () => this.#closed());
  }

  /** What came in before is told first. */
  listen(listener: MediaStreamListener): void {
    this.#listener = listener;
    const early = this.#early;
    this.#early = [];
    for (const { message, isBinary } of early) this.#receive(message, isBinary);
    if (this.#socket.readyState === this.#socket.CLOSED) this.#closed();
  }

  sendAudio(payload: Buffer): void {
    if (this.#socket.bufferedAmount >= MOST_UNREAD_BYTES) return this.#dropAudio();
    this.#send(this.#mediaOf(payload));
  }

  sendMark(name: string): void {
    this.#send(markMessage(this.streamSid, name));
  }

  sendClear(): void {
    this.#send(clearMessage(this.streamSid));
  }

  /** Ends the stream from our side, at once or when `before` is done; Twilio goes on with the `action` of `<Connect>`. */
  close(before: Promise<void> | null = null): void {
    this.#listener = null;
    this.#stage = 'closed';
    if (before) void before.finally(() => this.#socket.close(1000));
    else this.#socket.close(1000);
  }

  /** Feeds silence to the call while Twilio sends nothing, and gives a stream up that is dead; called by the watch of the door. */
  padWhileMute(now: number): void {
    if (this.#stage !== 'open' || this.#listener === null) return;
    if (now - this.#heardAt > HALF_OPEN_MS) return this.#giveUp();
    const padMs = this.#padding.whileMute(now);
    if (padMs > 0) this.#listener.audio(silence(padMs));
  }

  #dropAudio(): void {
    if (this.#reader === 'keepsUp') this.#log.warn('phone_reads_too_slowly');
    this.#reader = 'lags';
  }

  #giveUp(): void {
    this.#log.warn('stream_half_open');
    this.#socket.terminate();
    this.#closed();
  }

  #receive(message: RawData, isBinary: boolean): void {
    this.#heardAt = performance.now();
    if (this.#junk >= MOST_JUNK || this.#stage === 'closed') return;
    if (this.#listener === null) return this.#keepEarly(message, isBinary);
    if (isBinary) return this.#ignoreJunk('binary');
    const text = textOf(message);
    const frame = sliceAudio(text);
    if (frame) return this.#audio(frame.audio, frame.timestampMs);
    const parsed = readMessage(Buffer.from(text, 'latin1').toString('utf8'));
    if (parsed) this.#event(parsed);
    else this.#ignoreJunk('malformed');
  }

  #audio(audio: Buffer, timestampMs: number): void {
    if (this.#stage !== 'open') return this.#ignore('media after stop');
    const padMs = this.#padding.beforeFrame(timestampMs, audio.length / BYTES_PER_MS, performance.now());
    if (padMs === null) return this.#ignore('repeated media');
    if (padMs > 0) this.#listener?.audio(silence(padMs));
    this.#listener?.audio(audio);
  }

  #event(message: TwilioMessage): void {
    switch (message.event) {
      case 'media':
        return this.#audio(Buffer.from(message.media.payload, 'base64'), Number(message.media.timestamp));
      case 'mark':
        return this.#listener?.mark(message.mark.name);
      case 'dtmf':
        return this.#listener?.key(message.dtmf.digit);
      case 'stop':
        return this.#stop();
      case 'start':
      case 'connected':
        return this.#ignore(message.event);
    }
  }

  #stop(): void {
    if (this.#stage !== 'open') return;
    this.#stage = 'stopped';
    this.#listener?.ended('stopped');
  }

  #keepEarly(message: RawData, isBinary: boolean): void {
    if (this.#early.length < MOST_EARLY) this.#early.push({ message, isBinary });
  }

  #closed(): void {
    if (this.#listener === null) return;
    const before = this.#stage;
    this.#stage = 'closed';
    if (before === 'open') this.#listener?.ended('lost');
    this.#listener = null;
  }

  /** Logged once for each kind: what a phone sends fifty times a second must not fill the log. */
  #ignore(what: string): void {
    if (this.#ignored.has(what)) return;
    this.#ignored.add(what);
    this.#log.warn('stream_message_ignored', { what });
  }

  /** A phone that keeps sending what is no message is not Twilio. */
  #ignoreJunk(what: string): void {
    this.#ignore(what);
    this.#junk += 1;
    if (this.#junk === MOST_JUNK) this.#socket.close(POLICY_VIOLATION, 'too many malformed messages');
  }

  #send(message: Buffer | string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(message, TEXT);
  }
}

const textOf = (message: RawData): string =>
  Buffer.isBuffer(message) ? message.toString('latin1') : Buffer.from(message as ArrayBuffer).toString('latin1');

const silence = (ms: number): Buffer => Buffer.alloc(Math.round(ms) * BYTES_PER_MS, 0xff);
