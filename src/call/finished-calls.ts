import type { CallOver } from '../transport/twilio/front-desk-port.ts';

export interface Ending {
  outcome: string;
  fallbackNumber: string | null;
}

const MOST_REMEMBERED = 500;
/** The caller could not be served: they hear so, and may be put through. */
const UNSERVED = new Set(['modelUnavailable', 'broke']);

/** How the latest calls of this node ended, so that Twilio gets an answer also while the database is away. */
export class FinishedCalls {
  readonly #endings = new Map<string, Ending>();

  remember(callSid: string, ending: Ending): void {
    this.#endings.set(callSid, ending);
    const [oldest] = this.#endings.keys();
    if (this.#endings.size > MOST_REMEMBERED && oldest !== undefined) this.#endings.delete(oldest);
  }

  of(callSid: string): Ending | undefined {
    return this.#endings.get(callSid);
  }
}

/** What the phone is told of a call that is over. */
export function farewell({ outcome, fallbackNumber }: Ending): CallOver {
  return UNSERVED.has(outcome) ? { kind: 'apologize', fallbackNumber } : { kind: 'hangUp' };
}
