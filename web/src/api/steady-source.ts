/** What is needed of an `EventSource`. */
interface Source {
  readonly readyState: number;
  addEventListener(name: 'open' | 'error', hear: () => void): void;
  close(): void;
}

interface Steady<S extends Source> {
  /** A new source with whoever listens to its news. */
  open: () => S;
  opened: () => void;
  /** The line is down; it is tried again. */
  lost: () => void;
  /** The service answered, and not with a stream. */
  refused: () => void;
}

const CLOSED = 2;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Keeps a line of server-sent events open until the returned function ends it. A browser comes back by itself after a cut, but
 * gives up for good after any answer that is no stream, such as a proxy's 502 (HTML, 9.2.3); then it is opened anew, each time
 * after twice the wait.
 */
export function keepOpen<S extends Source>({ open, opened, lost, refused }: Steady<S>): () => void {
  let waitMs = FIRST_WAIT_MS;
  let end = begin();
  return () => end();

  function begin(): () => void {
    const source = open();
    source.addEventListener('open', () => {
      waitMs = FIRST_WAIT_MS;
      opened();
    });
    source.addEventListener('error', () => {
      lost();
      if (source.readyState !== CLOSED) return;
      refused();
      end = beginLater();
    });
    return () => source.close();
  }

  function beginLater(): () => void {
    const timer = setTimeout(() => {
      end = begin();
    }, waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    return () => clearTimeout(timer);
  }
}
