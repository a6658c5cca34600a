import type { Log } from '../shared/log.ts';
import type { CallControl } from '../transport/twilio/rest.ts';
import type { Call } from './call.ts';

export interface PhoneRescueOptions {
  /** Null without credentials: then what Twilio does by itself (`<Connect action>`, `<Redirect>`) must do. */
  control: CallControl | null;
  publicUrl: string;
  log: Log;
  /** How long Twilio is given to come back by itself. */
  patienceMs?: number;
}

/** Half of what the machine waits for the phone (`phoneLostBudget`). */
const PATIENCE_MS = 4_000;

/** Goes after a caller whose stream fell and did not come back, over Twilio's REST API. */
export class PhoneRescue {
  readonly #options: PhoneRescueOptions;

  constructor(options: PhoneRescueOptions) {
    this.#options = options;
  }

  /** The stream fell: where Twilio does not come back by itself, it is told to; where the call is over there, it is over here. */
  phoneLost(call: Call): void {
    const { control, patienceMs = PATIENCE_MS } = this.#options;
    if (!control) return;
    const timer = setTimeout(() => void this.#callBack(call, control), patienceMs);
    timer.unref();
  }

  /** The call ended while its phone was away: Twilio may still hold the line. */
  endedAlone(call: Call): void {
    this.#options.control?.hangUp(call.callSid).catch((error: unknown) => this.#failed(call, error));
  }

  async #callBack(call: Call, control: CallControl): Promise<void> {
    if (call.phoneIsLive || call.outcome !== null) return;
    try {
      const update = await control.redirect(call.callSid, `${this.#options.publicUrl}/twilio/voice?resume=1`);
      if (update.kind === 'alreadyEnded') call.hungUp();
    } catch (error) {
      this.#failed(call, error);
    }
  }

  #failed({ callSid }: Call, error: unknown): void {
    this.#options.log.warn('call_control_failed', { callSid, error });
  }
}
