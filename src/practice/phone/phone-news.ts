import type { HeardWord } from './heard-truth.ts';

/** Everything an observer of the loopback phone may want to know. */
export type PhoneNews =
  | { kind: 'webhook.answered'; path: string; status: number; body: string }
  | { kind: 'twiml.verb'; verb: string; text: string }
  | { kind: 'stream.started' }
  | { kind: 'stream.refused'; why: string }
  | { kind: 'stream.ended'; code: number }
  | { kind: 'media.received'; speech: number; item: number }
  | { kind: 'media.cleared'; speaking: number | null; items: { item: number; heardMs: number }[] }
  | { kind: 'mark.echoed'; lateMs: number }
  | { kind: 'word.heard'; word: HeardWord }
  | { kind: 'caller.starts'; utterance: number; text: string; voiceMs: number }
  | { kind: 'caller.ends'; utterance: number; text: string; voiceMs: number }
  | { kind: 'caller.pressed'; keys: string }
  | { kind: 'protocol.broken'; why: string }
  | { kind: 'call.ended'; by: 'caller' | 'service'; lastVerb: string };

/** News with the moment it happened, on the clock of `performance.now()`. */
export type TimedPhoneNews = PhoneNews & { atMs: number };
export type PhoneObserver = (news: TimedPhoneNews) => void;
