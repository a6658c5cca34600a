import type { RealtimeClientEvent } from 'openai/resources/realtime/realtime';
import type { ModelLine } from '../actions/call-tools.ts';
import { instructionsOf } from '../actions/instructions-of.ts';
import type { OpenedCall } from '../actions/open-call.ts';
import type { Log } from '../shared/log.ts';
import type { CallClock } from '../speech/call-clock.ts';
import { mayConcernBooking } from '../speech/booking-words.ts';
import { RealtimeSession } from '../transport/openai/realtime-session.ts';
import type { RealtimeListener, RealtimeOptions } from '../transport/openai/realtime-session.ts';

/** Where the voice model is and which voice it is. */
export type Voice = Pick<RealtimeOptions, 'baseUrl' | 'apiKey' | 'model' | 'voice' | 'transcriptionModels' | 'dial'>;

interface ModelLineOptions {
  opened: OpenedCall;
  voice: Voice;
  log: Log;
  clock: CallClock;
}

/** The call's line to the voice model: at most one session, replaced when it falls. */
export class VoiceModelLine implements ModelLine {
  readonly #options: ModelLineOptions;
  readonly #listener: RealtimeListener;
  #session: RealtimeSession | null = null;

  constructor(options: ModelLineOptions, listener: RealtimeListener) {
    this.#options = options;
    this.#listener = listener;
  }

  connect(): void {
    const { opened, voice, log, clock } = this.#options;
    this.#session?.close();
    const instructions = instructionsOf(opened, clock.date());
    this.#session = new RealtimeSession({ ...voice, instructions, mayConcernBooking, log }, this.#listener);
  }

  drop(): void {
    this.#session?.drop();
  }

  close(): void {
    this.#session?.close();
    this.#session = null;
  }

  send(event: RealtimeClientEvent): void {
    this.#session?.send(event);
  }

  append(payload: string): boolean {
    return this.#session?.append(payload) ?? false;
  }
}
