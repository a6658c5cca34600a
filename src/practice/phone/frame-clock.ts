import { FRAME_MS } from '../audio/watermark.ts';

const MOST_CATCH_UP = 50;

/** Calls `beat` every 20 ms without drift: a late timer is followed by the beats it missed. Gives the function that stops it. */
export function startFrameClock(beat: () => void): () => void {
  let nextAt = performance.now() + FRAME_MS;
  let timer = setTimeout(tick, FRAME_MS);
  function tick(): void {
    const now = performance.now();
    for (let beats = 0; nextAt <= now && beats < MOST_CATCH_UP; beats++) {
      nextAt += FRAME_MS;
      beat();
    }
    timer = setTimeout(tick, Math.max(1, nextAt - performance.now()));
  }
  return () => clearTimeout(timer);
}
