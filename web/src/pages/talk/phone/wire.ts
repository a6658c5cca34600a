import type { TestCall } from '../../../api/practice.ts';

/** What the service sends on a media stream (Twilio Media Streams, the phone's own wire). */
export type FromService =
  { event: 'media'; payload: string } | { event: 'mark'; name: string } | { event: 'clear' } | { event: 'unknown' };

export function readServiceMessage(text: string): FromService {
  const message = JSON.parse(text) as { event?: string; media?: { payload: string }; mark?: { name: string } };
  if (message.event === 'media' && message.media) return { event: 'media', payload: message.media.payload };
  if (message.event === 'mark' && message.mark) return { event: 'mark', name: message.mark.name };
  return message.event === 'clear' ? { event: 'clear' } : { event: 'unknown' };
}

export const FRAME_SAMPLES = 160;
const FRAME_MS = 20;

/** Writes the messages of one stream, numbered as Twilio numbers them. */
export class StreamWriter {
  readonly #call: TestCall;
  #sequence = 0;
  #frames = 0;

  constructor(call: TestCall) {
    this.#call = call;
  }

  connected(): string {
    return JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' });
  }

  start(): string {
    const { streamSid, accountSid, callSid, customParameters } = this.#call;
    return this.#message('start', {
      start: {
        streamSid,
        accountSid,
        callSid,
        tracks: ['inbound'],
        customParameters,
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
      },
    });
  }

  media(payload: string): string {
    const timestamp = String(this.#frames * FRAME_MS);
    this.#frames += 1;
    return this.#message('media', { media: { track: 'inbound', chunk: String(this.#frames), timestamp, payload } });
  }

  mark(name: string): string {
    return this.#message('mark', { mark: { name } });
  }

  dtmf(digit: string): string {
    return this.#message('dtmf', { dtmf: { track: 'inbound_track', digit } });
  }

  stop(): string {
    const { accountSid, callSid } = this.#call;
    return this.#message('stop', { stop: { accountSid, callSid } });
  }

  #message(event: string, body: Record<string, unknown>): string {
    this.#sequence += 1;
    return JSON.stringify({ event, sequenceNumber: String(this.#sequence), streamSid: this.#call.streamSid, ...body });
  }
}
