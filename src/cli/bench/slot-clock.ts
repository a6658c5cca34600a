/**
 * Beats every slot once per 20 ms, one slot each millisecond, so that the frames of many calls do not leave all at once.
 * A late timer is followed by the beats it missed.
 */
export function startSlotClock(beat: (slot: number) => void): () => void {
  const startedAt = performance.now();
  let beats = 0;
  const timer = setInterval(() => {
    const due = Math.floor(performance.now() - startedAt);
    for (; beats < due; beats++) beat(beats % SLOTS);
  }, 1);
  return () => clearInterval(timer);
}

export const SLOTS = 20;
