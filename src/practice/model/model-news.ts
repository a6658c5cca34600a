import type { Occasion } from '../brain/occasion.ts';
import type { ParsedWish } from '../brain/brain.ts';
import type { ClientEvent } from './client-events.ts';
import type { ResponseStatus } from './spoken-response.ts';

/** What one audio item of a response had produced when something happened to it. */
export interface ItemNews {
  itemId: string;
  /** Number of the response, as in the watermark. */
  speech: number;
  itemIndex: number;
  generatedMs: number;
}

/** Everything an observer of the loopback model may want to know. */
export type ModelNews =
  | { kind: 'session.opened'; sessionId: string; model: string }
  | { kind: 'session.closed'; sessionId: string }
  | { kind: 'client.sent'; event: ClientEvent }
  | { kind: 'client.refused'; code: string; message: string }
  | { kind: 'server.message'; text: string; role: string }
  | { kind: 'caller.startedSpeaking'; itemId: string; speaking: number | null }
  | { kind: 'caller.stoppedSpeaking'; itemId: string; utterances: number[] }
  | { kind: 'caller.transcribed'; itemId: string; text: string; utterances: number[] }
  | { kind: 'response.created'; speech: number; responseId: string; occasion: Occasion; text: string }
  | { kind: 'response.done'; speech: number; responseId: string; status: ResponseStatus; items: ItemNews[] }
  | ({ kind: 'item.truncated'; audioEndMs: number } & ItemNews)
  | ({ kind: 'item.deleted' } & ItemNews)
  | { kind: 'parser.asked'; text: string; model: string }
  | { kind: 'parser.answered'; text: string; status: number; wish: ParsedWish | null };

/** News with the moment it happened, on the clock of `performance.now()`, and the number of the session; the parser has none. */
export type TimedModelNews = ModelNews & { atMs: number; session?: number };
export type ModelObserver = (news: TimedModelNews) => void;
