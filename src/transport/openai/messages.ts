import type { RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import { serverEventShapes } from './server-event-shapes.ts';

export interface AudioDelta {
  responseId: string;
  itemId: string;
  /** Base64 mu-law 8 kHz. */
  audio: string;
}

const AUDIO_DELTA = '"response.output_audio.delta"';

/** Cuts the audio out of a delta without parsing it; null for any other event. `text` is latin1. */
export function sliceAudioDelta(text: string): AudioDelta | null {
  if (!text.includes(AUDIO_DELTA)) return null;
  const responseId = valueOf(text, '"response_id":"');
  const itemId = valueOf(text, '"item_id":"');
  const audio = valueOf(text, '"delta":"');
  return responseId && itemId && audio ? { responseId, itemId, audio } : null;
}

export interface WordsDelta {
  responseId: string;
  itemId: string;
  text: string;
}

const WORDS_DELTA = '"response.output_audio_transcript.delta"';

/** The same for a delta of words, unless they are written with escapes. `text` is latin1, the words are UTF-8 in it. */
export function sliceWordsDelta(text: string): WordsDelta | null {
  if (!text.includes(WORDS_DELTA)) return null;
  const responseId = valueOf(text, '"response_id":"');
  const itemId = valueOf(text, '"item_id":"');
  const words = valueOf(text, '"delta":"');
  if (!responseId || !itemId || !words || words.includes('\\')) return null;
  return { responseId, itemId, text: Buffer.from(words, 'latin1').toString('utf8') };
}

const TYPE_OF_EVENT = /^\{(?:"event_id":"[^"\\]*",)?"type":"([^"\\]+)"/;
const READ_TYPES = new Set([...serverEventShapes.keys(), 'session.created', 'session.updated']);

/** True for an event of a type that the call does not read, where that can be seen without parsing it. */
export function isUnread(text: string): boolean {
  const type = TYPE_OF_EVENT.exec(text)?.[1];
  return type !== undefined && !READ_TYPES.has(type);
}

function valueOf(text: string, key: string): string {
  const at = text.indexOf(key);
  if (at < 0) return '';
  const from = at + key.length;
  return text.slice(from, text.indexOf('"', from));
}

/** A server event with all that is read of it, or null where the text is none. Unknown types pass: they are ignored by their name. */
export function readServerEvent(text: string): RealtimeServerEvent | null {
  try {
    const event: unknown = JSON.parse(text);
    return isServerEvent(event) ? event : null;
  } catch {
    return null;
  }
}

function isServerEvent(event: unknown): event is RealtimeServerEvent {
  if (typeof event !== 'object' || event === null || !('type' in event) || typeof event.type !== 'string') return false;
  return serverEventShapes.get(event.type)?.safeParse(event).success ?? true;
}

/** As bytes, since `ws` sends bytes in one write and text in two. */
export const appendMessage = (audio: string): Buffer =>
  Buffer.from(`{"type":"input_audio_buffer.append","audio":"${audio}"}`, 'latin1');
