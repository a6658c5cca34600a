import type { SaidLine } from '../speech/conversation.ts';
import type { Call } from './call.ts';

/** One call as others see it while it is on the line. */
export interface LiveCall {
  callSid: string;
  businessId: string;
  startedAt: number;
  /** State value of the machine. */
  state: unknown;
  kind: 'phone' | 'test' | 'practice';
  /** The last digits of the caller's number; null for one who withheld it. */
  from: string | null;
  /** What was said last, as far as the caller heard it. */
  lastLine: SaidLine | null;
}

/** A number as those may see it who look over many calls. */
export const masked = (phone: string | null): string | null => phone && `••••${phone.slice(-4)}`;

/** Something that happened on a live call; `type` names it, the rest is its own. */
export interface LiveEvent {
  type: string;
  callSid: string;
  businessId: string;
  [key: string]: unknown;
}

/** The calls of this node. Outsiders read and listen; only the front desk adds and removes. */
export class LiveCalls {
  readonly #calls = new Map<string, Call>();
  readonly #listeners = new Set<(event: LiveEvent) => void>();

  get size(): number {
    return this.#calls.size;
  }

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  add(call: Call): void {
    this.#calls.set(call.callSid, call);
  }

  remove(call: Call): void {
    if (this.#calls.get(call.callSid) === call) this.#calls.delete(call.callSid);
  }

  call(callSid: string): Call | undefined {
    return this.#calls.get(callSid);
  }

  all(): Call[] {
    return [...this.#calls.values()];
  }

  list(): LiveCall[] {
    return this.all().map((call) => call.view());
  }

  find(callSid: string): LiveCall | undefined {
    return this.#calls.get(callSid)?.view();
  }

  subscribe(listener: (event: LiveEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
