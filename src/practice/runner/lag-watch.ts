const BEAT_MS = 10;

/** Measures how late this program's own timers are, so that its lateness is not held against the service. */
export interface LagWatch {
  /** The longest delay of a timer between two moments, in milliseconds. */
  worstBetween(fromMs: number, untilMs: number): number;
  stop(): void;
}

export function startLagWatch(): LagWatch {
  const late: { atMs: number; lateMs: number }[] = [];
  let lastMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    const lateMs = nowMs - lastMs - BEAT_MS;
    if (lateMs > 4) late.push({ atMs: nowMs, lateMs });
    lastMs = nowMs;
  }, BEAT_MS);
  return {
    worstBetween: (fromMs, untilMs) =>
      late
        .filter(({ atMs, lateMs }) => atMs >= fromMs && atMs - lateMs <= untilMs)
        .reduce((worst, { lateMs }) => Math.max(worst, lateMs), 0),
    stop: () => clearInterval(timer),
  };
}
