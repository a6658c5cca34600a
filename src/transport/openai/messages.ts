import type { RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import { serverEventShapes } from './server-event-shapes.ts';

export interface AudioDelta {
  responseId: string;
  itemId: string;
  /** Base64 mu-law 8 kHz, as the bytes that came. */
  audio: Buffer;
}

/** As much of an event as holds its type and its ids, where the service writes them first. */
export const headOf = (message: Buffer): string => message.toString('latin1', 0, HEAD_BYTES);

const HEAD_BYTES = 512;
const QUOTE = 0x22;
const AUDIO_DELTA = '"response.output_audio.delta"';

/** Cuts the audio out of a delta without parsing it; null for any other event. */
export function sliceAudioDelta(message: Buffer, head: string): AudioDelta | null {
  if (!head.includes(AUDIO_DELTA)) return null;
  const delta = sliceDelta(message, head);
  return delta && { responseId: delta.responseId, itemId: delta.itemId, audio: delta.content };
}

export interface WordsDelta {
  responseId: string;
  itemId: string;
  text: string;
}

const WORDS_DELTA = '"response.output_audio_transcript.delta"';

/** The same for a delta of words, unless they are written with escapes. */
export function sliceWordsDelta(message: Buffer, head: string): WordsDelta | null {
  if (!head.includes(WORDS_DELTA)) return null;
  const delta = sliceDelta(message, head);
  const text = delta?.content.toString('utf8') ?? '';
  return delta && !text.includes('\\') ? { responseId: delta.responseId, itemId: delta.itemId, text } : null;
}

function sliceDelta(message: Buffer, head: string) {
  const responseId = valueOf(head, '"response_id":"');
  const itemId = valueOf(head, '"item_id":"');
  const from = afterKey(head, '"delta":"');
  const until = from < 0 ? -1 : message.indexOf(QUOTE, from);
  return responseId && itemId && until > from ? { responseId, itemId, content: message.subarray(from, until) } : null;
}

const TYPE_OF_EVENT = /^\{(?:"event_id":"[^"\\]*",)?"type":"([^"\\]+)"/;
const READ_TYPES = new Set([...serverEventShapes.keys(), 'session.created', 'session.updated']);

/** True for an event of a type that the call does not read, where that can be seen without parsing it. */
export function isUnread(head: string): boolean {
  const type = TYPE_OF_EVENT.exec(head)?.[1];
  return type !== undefined && !READ_TYPES.has(type);
}

function valueOf(text: string, key: string): string {
  const from = afterKey(text, key);
  return from < 0 ? '' : text.slice(from, text.indexOf('"', from));
}

function afterKey(text: string, key: string): number {
  const at = text.indexOf(key);
  return at < 0 ? -1 : at + key.length;
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
