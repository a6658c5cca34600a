const WIDTH = 30;
const EVERY_MS = 100;

/** One line on a terminal that fills as work is done; nothing where nobody looks. */
export function progressBar(all: number): { at: (done: number, words: string) => void; done: () => void } {
  if (!process.stdout.isTTY) return { at: () => undefined, done: () => undefined };
  let drawnAt = 0;
  return {
    at(done, words) {
      if (performance.now() - drawnAt < EVERY_MS && done < all) return;
      drawnAt = performance.now();
      const full = Math.round((done / all) * WIDTH);
      process.stdout.write(`\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${all}  ${words}`);
    },
    done: () => void process.stdout.write('\n'),
  };
}
