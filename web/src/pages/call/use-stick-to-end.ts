import { useEffect, useRef } from 'react';

/** Keeps the end of a growing list in sight. */
export function useStickToEnd(length: number) {
  const viewport = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = viewport.current;
    box?.scrollTo({ top: box.scrollHeight });
  }, [length]);
  return viewport;
}
