import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { babbleFrame } from '../../practice/audio/babble.ts';
import { SILENCE_BYTE } from '../../practice/audio/mu-law.ts';
import { FRAME_BYTES, FRAME_MS } from '../../practice/audio/watermark.ts';
import { Playback } from '../../practice/phone/playback.ts';
import { wireText } from '../../practice/wire-text.ts';
import type { Manner } from './caller-script.ts';
import { CallerScript } from './caller-script.ts';
import { stampFrame, StampReader } from './frame-stamp.ts';
import type { Interruption, Route } from './load-report.ts';
import type { LoadTally } from './load-tally.ts';
import { nowUs } from './monotonic-clock.ts';
import { ring } from './ring.ts';
import type { CallParty, StreamAddress } from './ring.ts';

const serverMessage = z.discriminatedUnion('event', [
  z.object({ event: z.literal('media'), streamSid: z.string(), media: z.object({ payload: z.string() }) }),
  z.object({ event: z.literal('mark'), streamSid: z.string(), mark: z.object({ name: z.string() }) }),
  z.object({ event: z.literal('clear'), streamSid: z.string() }),
]);

const BYTES_PER_MS = 8;
const FIRST_TURN_SPREAD_MS = 3000;
const TEXT = { binary: false };
const SPEECH = Array.from({ length: 50 }, (_, frame) => babbleFrame('caller', frame));
const SILENCE = Buffer.alloc(FRAME_BYTES, SILENCE_BYTE);
const frame = Buffer.alloc(FRAME_BYTES);

const sid = (prefix: string): string => prefix + randomBytes(16).toString('hex');

interface HeardAnswer {
  number: number;
  fromByte: number;
}

/** One caller with a phone: the script, the stream in Twilio's wire format, and what is measured of it. */
export class Caller {
  readonly #index: number;
  readonly #tally: LoadTally;
  readonly #party: CallParty;
  readonly #streamSid = sid('MZ');
  readonly #playback = new Playback();
  readonly #reader = new StampReader();
  #script: CallerScript | null = null;
  #socket: WebSocket | null = null;
  #sequence = 0;
  #frames = 0;
  #quietUs = 0;
  #answer: HeardAnswer = { number: 0, fromByte: 0 };
  #cut: Interruption | null = null;

  constructor(index: number, tally: LoadTally) {
    this.#index = index;
    this.#tally = tally;
    this.#party = { callSid: sid('CA'), accountSid: sid('AC'), from: `+97250${1_000_000 + index}` };
  }

  get isLive(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  async connect(route: Route): Promise<void> {
    const address = await ring(route, this.#party);
    const signature = address.signature === null ? {} : { 'x-twilio-signature': address.signature };
    const socket = new WebSocket(address.url, {
      perMessageDeflate: false,
      headers: { 'user-agent': 'PracticePhone', ...signature },
      // A mask of zeros costs the load nothing; the server unmasks all the same.
      generateMask: (mask) => void mask.fill(0),
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw, isBinary) => this.#receive(wireText(raw, isBinary)));
    await once(socket, 'open');
    this.#socket = socket;
    this.#start(address);
  }

  /** Begins the script; first questions of different calls are spread over some seconds. */
  beginScript(callers: number): void {
    const spreadMs = (((this.#index * 7919) % callers) / callers) * FIRST_TURN_SPREAD_MS;
    const begin = { speakAtMs: performance.now() + 500 + spreadMs, firstManner: this.#index };
    this.#script = new CallerScript(begin, {
      startsSpeaking: (manner) => this.#startsSpeaking(manner),
      stopsSpeaking: () => (this.#quietUs = nowUs()),
      givesUp: () => (this.#tally.unanswered += 1),
    });
  }

  /** Every 20 ms: goes on with the script, echoes marks, sends one frame. */
  beat(): void {
    if (!this.isLive) return;
    const nowMs = performance.now();
    this.#script?.advance(nowMs, this.#playback.endsMs);
    for (const name of this.#playback.takeDueMarks(nowMs)) this.#echo(name);
    this.#sendFrame();
  }

  hangUp(): void {
    this.#send({ event: 'stop', stop: { accountSid: this.#party.accountSid, callSid: this.#party.callSid } });
    this.#socket?.close();
  }

  #start({ parameters }: StreamAddress): void {
    this.#socket?.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }));
    const { callSid, accountSid } = this.#party;
    const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 };
    const stream = { accountSid, callSid, streamSid: this.#streamSid, tracks: ['inbound'], mediaFormat };
    this.#send({ event: 'start', start: { ...stream, customParameters: parameters } });
  }

  #send(message: Record<string, unknown>): void {
    if (!this.isLive) return;
    this.#sequence += 1;
    const whole = { ...message, sequenceNumber: String(this.#sequence), streamSid: this.#streamSid };
    this.#socket?.send(JSON.stringify(whole));
  }

  #echo(name: string): void {
    this.#send({ event: 'mark', mark: { name } });
  }

  #sendFrame(): void {
    const speech = this.#script?.isSpeaking === true ? this.#script.turn : 0;
    (speech > 0 ? (SPEECH[this.#frames % SPEECH.length] ?? SILENCE) : SILENCE).copy(frame);
    stampFrame(frame, 0, { call: this.#index, speech, frame: this.#frames, sentUs: nowUs() });
    this.#sequence += 1;
    const chunk = `"track":"inbound","chunk":"${this.#frames + 1}","timestamp":"${this.#frames * FRAME_MS}"`;
    const media = `"media":{${chunk},"payload":"${frame.toString('base64')}"}`;
    const place = `"sequenceNumber":"${this.#sequence}","streamSid":"${this.#streamSid}"`;
    this.#socket?.send(Buffer.from(`{"event":"media",${media},${place}}`, 'latin1'), TEXT);
    this.#frames += 1;
    this.#tally.framesSent += 1;
  }

  #startsSpeaking(manner: Manner): void {
    this.#cut = null;
    if (manner === 'hearsOut' || !this.#playback.isPlaying(performance.now())) return;
    const whose = { call: this.#index, turn: this.#script?.turn ?? 0, answer: this.#answer.number };
    this.#cut = { ...whose, spokenUs: nowUs(), clearedUs: null, heardMs: null, staleMs: 0 };
    this.#tally.interruptions.push(this.#cut);
  }

  #receive(text: string): void {
    const read = serverMessage.safeParse(JSON.parse(text));
    if (!read.success || read.data.streamSid !== this.#streamSid) {
      this.#tally.strayMessages += 1;
      return;
    }
    const message = read.data;
    switch (message.event) {
      case 'media':
        return this.#play(Buffer.from(message.media.payload, 'base64'));
      case 'mark':
        return void this.#playback.mark(message.mark.name, performance.now());
      case 'clear':
        return this.#clear(performance.now());
    }
  }

  #play(audio: Buffer): void {
    const nowMs = performance.now();
    const [stamp] = this.#reader.push(audio);
    if (stamp !== undefined && stamp.call !== this.#index) this.#tally.strayMessages += 1;
    if (stamp !== undefined && stamp.speech > this.#answer.number) this.#newAnswer(stamp.speech, nowMs);
    const cut = this.#cut;
    if (cut !== null && cut.clearedUs !== null && cut.answer === this.#answer.number) {
      cut.staleMs += audio.length / BYTES_PER_MS;
    }
    this.#playback.add(audio.length, nowMs);
  }

  #newAnswer(number: number, nowMs: number): void {
    this.#answer = { number, fromByte: this.#playback.receivedBytes };
    if (this.#script?.answered(nowMs) === 'awaited') this.#tally.answerStart.add((nowUs() - this.#quietUs) / 1000);
  }

  #clear(nowMs: number): void {
    const cut = this.#cut;
    if (cut !== null && cut.clearedUs === null) {
      cut.clearedUs = nowUs();
      cut.heardMs = this.#playback.heard(this.#answer.fromByte, this.#playback.receivedBytes, nowMs).heardMs;
    }
    for (const name of this.#playback.clear(nowMs)) this.#echo(name);
  }
}
