import type { RealtimeClientEvent } from 'openai/resources/realtime/realtime';
import type { ModelLine } from '../actions/call-tools.ts';
import { RealtimeSession } from '../transport/openai/realtime-session.ts';
import type { RealtimeListener, RealtimeOptions } from '../transport/openai/realtime-session.ts';

/** The call's line to the voice model: at most one session, replaced when it falls. */
export class VoiceModelLine implements ModelLine {
  readonly #options: () => RealtimeOptions;
  readonly #listener: RealtimeListener;
  #session: RealtimeSession | null = null;

  constructor(options: () => RealtimeOptions, listener: RealtimeListener) {
    this.#options = options;
    this.#listener = listener;
  }

  connect(): void {
    this.#session?.close();
    this.#session = new RealtimeSession(this.#options(), this.#listener);
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
