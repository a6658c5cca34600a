/** Releases what a line holds when the line ends, at once where it has ended already. */
export function atTheEndOf(line: AbortSignal, release: () => void): void {
  if (line.aborted) release();
  else line.addEventListener('abort', release, { once: true });
}
