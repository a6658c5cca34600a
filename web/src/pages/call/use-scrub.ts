import { useEffect, useState } from 'react';
import type { Frame } from './frames.ts';

export interface Scrub {
  at: number;
  mode: 'paused' | 'playing';
  goTo: (at: number) => void;
  play: () => void;
  pause: () => void;
}

/** Silence in a replay is shortened to this; nobody wants to wait for it again. */
const LONGEST_WAIT_MS = 1_200;
const SHORTEST_WAIT_MS = 60;

/** Where a reader is in the record of a call; playing goes on at the pace of the call itself. */
export function useScrub(frames: readonly Frame[]): Scrub {
  const last = Math.max(0, frames.length - 1);
  const [at, setAt] = useState(last);
  const [mode, setMode] = useState<Scrub['mode']>('paused');
  const isMoving = mode === 'playing' && at < last;
  useEffect(() => {
    const now = frames[at];
    const next = frames[at + 1];
    if (!isMoving || now === undefined || next === undefined) return undefined;
    const waitMs = Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, next.ms - now.ms));
    const timer = setTimeout(() => setAt(at + 1), waitMs);
    return () => clearTimeout(timer);
  }, [isMoving, at, frames]);
  return {
    at,
    mode: isMoving ? 'playing' : 'paused',
    goTo(to) {
      setMode('paused');
      setAt(Math.min(last, Math.max(0, to)));
    },
    play() {
      if (at >= last) setAt(0);
      setMode('playing');
    },
    pause: () => setMode('paused'),
  };
}
