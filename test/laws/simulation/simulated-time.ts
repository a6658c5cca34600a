import type { CallClock } from '../../../src/speech/call-clock.ts';

interface Timer {
  id: number;
  at: number;
  run: () => void;
}

/** Time that passes when it is told to. Timers run in order, each at its own moment. */
export class SimulatedTime implements CallClock {
  #now = 0;
  #next = 1;
  readonly #startsAt: number;
  readonly #timers: Timer[] = [];

  constructor(startsAt: number) {
    this.#startsAt = startsAt;
  }

  now = (): number => this.#now;
  date = (): number => this.#startsAt + this.#now;

  setTimeout = (run: () => void, ms: number): number => {
    const timer = { id: this.#next, at: this.#now + Math.max(0, ms), run };
    this.#next += 1;
    const later = this.#timers.findIndex(({ at }) => at > timer.at);
    this.#timers.splice(later < 0 ? this.#timers.length : later, 0, timer);
    return timer.id;
  };

  clearTimeout = (id: unknown): void => {
    const at = this.#timers.findIndex((timer) => timer.id === id);
    if (at >= 0) this.#timers.splice(at, 1);
  };

  every = (ms: number, run: () => void): (() => void) => {
    const running = { id: 0 };
    const again = (): void => {
      running.id = this.setTimeout(again, ms);
      run();
    };
    running.id = this.setTimeout(again, ms);
    return () => this.clearTimeout(running.id);
  };

  wait = (ms: number): Promise<void> => new Promise((resolve) => void this.setTimeout(resolve, ms));

  /** Timers that have not run; none after the end of a call. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Goes to the next timer that is due by `limit` and runs it; false where there is none. */
  advance(limit: number): boolean {
    const [timer] = this.#timers;
    if (!timer || timer.at > limit) {
      this.#now = Math.max(this.#now, limit);
      return false;
    }
    this.#timers.shift();
    this.#now = timer.at;
    timer.run();
    return true;
  }
}
