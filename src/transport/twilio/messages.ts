import { z } from 'zod';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Milliseconds of a stream: a whole number, shorter than any that a call could reach. */
const TIMESTAMP = /^\d{1,9}$/;

/** What Twilio sends on a media stream besides audio (twilio.com/docs/voice/media-streams/websocket-messages). */
const inbound = z.discriminatedUnion('event', [
  z.object({ event: z.literal('connected') }),
  z.object({
    event: z.literal('start'),
    streamSid: z.string().min(1).max(64),
    start: z.object({
      callSid: z.string().min(1).max(64),
      customParameters: z.record(z.string(), z.string()).prefault({}),
      mediaFormat: z.object({ encoding: z.literal('audio/x-mulaw'), sampleRate: z.literal(8000) }),
    }),
  }),
  z.object({
    event: z.literal('media'),
    media: z.object({ payload: z.string().regex(BASE64), timestamp: z.string().regex(TIMESTAMP) }),
  }),
  z.object({ event: z.literal('mark'), mark: z.object({ name: z.string().max(256) }) }),
  z.object({ event: z.literal('dtmf'), dtmf: z.object({ digit: z.string().max(2) }) }),
  z.object({ event: z.literal('stop') }),
]);

export type TwilioMessage = z.infer<typeof inbound>;

/** A well-formed message, or null where it is none. */
export function readMessage(text: string): TwilioMessage | null {
  try {
    const read = inbound.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export interface AudioFrame {
  /** Mu-law 8 kHz. */
  audio: Buffer;
  /** Milliseconds since the stream began. */
  timestampMs: number;
}

const MEDIA = '"event":"media"';

/** Cuts the audio out of a media message without parsing it; null for anything else. `text` is latin1. */
export function sliceAudio(text: string): AudioFrame | null {
  if (!text.includes(MEDIA)) return null;
  const audio = bytesOf(valueOf(text, '"payload":"'));
  const timestamp = valueOf(text, '"timestamp":"');
  const timestampMs = timestamp === '' ? NaN : Number(timestamp);
  const isTime = Number.isInteger(timestampMs) && timestampMs >= 0 && timestampMs < 1e9;
  return audio && isTime ? { audio, timestampMs } : null;
}

/** Node's decoder skips what is no base64; then fewer bytes come out than the length promises. */
function bytesOf(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64');
  const isWhole = base64.length % 4 === 0 && bytes.length === Buffer.byteLength(base64, 'base64');
  return bytes.length > 0 && isWhole ? bytes : null;
}

function valueOf(text: string, key: string): string {
  const at = text.indexOf(key);
  if (at < 0) return '';
  const from = at + key.length;
  return text.slice(from, text.indexOf('"', from));
}

/** Writes the media messages of one stream around audio that is base64 already, bytes around bytes. */
export function mediaWriter(streamSid: string): (payload: Buffer) => Buffer {
  const head = Buffer.from(`{"event":"media","streamSid":"${streamSid}","media":{"payload":"`);
  return (payload) => Buffer.concat([head, payload, MEDIA_TAIL]);
}

const MEDIA_TAIL = Buffer.from('"}}');

export const markMessage = (streamSid: string, name: string): string =>
  JSON.stringify({ event: 'mark', streamSid, mark: { name } });

export const clearMessage = (streamSid: string): string => JSON.stringify({ event: 'clear', streamSid });
