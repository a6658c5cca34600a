import type { RealtimeClientEvent } from 'openai/resources/realtime/realtime';
import type { CallFact } from '../../machines/vocabulary.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../shared/log.ts';
import type { Conversation } from '../speech/conversation.ts';
import type { Ledger } from '../speech/ledger.ts';
import type { HeardItem } from '../speech/playout.ts';
import type { Parser } from '../transport/openai/parser-client.ts';
import type { OpenedCall } from './open-call.ts';
import type { Telemetry } from './telemetry.ts';

/** The model's side of a call: one session at a time. */
export interface ModelLine {
  connect(): void;
  drop(): void;
  close(): void;
  send(event: RealtimeClientEvent): void;
}

/** The caller's side of a call. */
export interface SpeechLine {
  open(responseId: string): void;
  /** Silences the phone at once. */
  cut(): void;
  /** What was heard of the answer that was cut last; empty once it was asked for. */
  takeHeard(): HeardItem[];
  hangUp(): void;
}

/** What the commands of one call work with. */
export interface CallTools {
  call: OpenedCall;
  database: Database;
  parser: Parser;
  model: ModelLine;
  speech: SpeechLine;
  conversation: Conversation;
  ledger: Ledger;
  holdSeconds: number;
  now: () => number;
  report: (fact: CallFact) => void;
  /** Another node has the call: it ends here at once and writes nothing more. */
  takenOver: () => void;
  telemetry: Telemetry;
  log: Log;
}
