/** Where a call takes its time from. All milliseconds; a simulation brings a clock of its own. */
export interface CallClock {
  /** Since some fixed moment; never goes back. */
  now(): number;
  /** Since 1970, as the wall clock has it. */
  date(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  /** Runs again and again until the function it gives is called. */
  every(ms: number, run: () => void): () => void;
}

export const callClock: CallClock = {
  now: () => performance.now(),
  date: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  every(ms, run) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};
