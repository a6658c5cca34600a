import type { Log } from '../shared/log.ts';
import type { LiveCalls } from './live-calls.ts';

export interface LeaseBook {
  /** Renews the leases of these calls and gives those this node still has. */
  renew(calls: readonly { callSid: string; epoch: number }[]): Promise<string[]>;
  /** Closes calls that no node has any more, and gives them. */
  sweep(): Promise<string[]>;
}

export interface LeaseKeeperOptions {
  liveCalls: LiveCalls;
  book: LeaseBook;
  log: Log;
}

const RENEW_EVERY_MS = 5_000;
/** After the database was away, others first get the time to renew; only then is anything closed. */
const SWEEP_AFTER_RENEWALS = 4;

/** Keeps the calls of this node its own, learns which it lost, and closes those that nobody keeps. */
export class LeaseKeeper {
  readonly #options: LeaseKeeperOptions;
  readonly #timer: NodeJS.Timeout;
  #renewals = 0;

  constructor(options: LeaseKeeperOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.renew(), RENEW_EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async renew(): Promise<void> {
    const { liveCalls, book, log } = this.#options;
    const calls = liveCalls.all();
    try {
      const kept = new Set(await book.renew(calls.map(({ callSid, epoch }) => ({ callSid, epoch }))));
      for (const call of calls)
        if (!kept.has(call.callSid) && liveCalls.call(call.callSid) === call && call.outcome === null) call.abandon();
      this.#renewals += 1;
      if (this.#renewals >= SWEEP_AFTER_RENEWALS) await this.#sweep();
    } catch (error) {
      this.#renewals = 0;
      log.warn('leases_not_renewed', { error });
    }
  }

  async #sweep(): Promise<void> {
    const closed = await this.#options.book.sweep();
    if (closed.length > 0) this.#options.log.warn('dead_calls_closed', { calls: closed.length });
  }
}
