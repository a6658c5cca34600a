import type { Duplex } from 'node:stream';

const PHASES = 4;
const PHASE_MS = 20;
/** So many are read in one go; then the other sockets have their turn. */
const AT_ONCE = 12;

/** What Node calls a socket's `_handle`: with reading stopped, what comes in waits in the kernel and wakes nobody. */
interface ReadHandle {
  readStart(): number;
  readStop(): number;
}

interface Phone {
  socket: Duplex;
  handle: ReadHandle;
}

/**
 * Reads the phones on a beat: every 20 ms a quarter of them, each in one go what it sent in the last 80 ms
 * (docs/decisions/2026-11-28-phones-are-read-on-a-beat.md).
 */
export class ReadingBeat {
  readonly #phases = Array.from({ length: PHASES }, () => new Set<Phone>());
  #phase = 0;
  #clock: NodeJS.Timeout | null = null;

  /** The socket is read on the beat until it is closed; one without a handle of Node's is read as ever. */
  join(socket: Duplex): void {
    const handle = handleOf(socket);
    if (handle === null) return;
    const phase = this.#phases.reduce((least, one) => (one.size < least.size ? one : least));
    const phone = { socket, handle };
    phase.add(phone);
    socket.once('close', () => this.#leave(phase, phone));
    this.#clock ??= setInterval(() => this.#next(), PHASE_MS);
  }

  /** From now on everything is read as it comes. */
  stop(): void {
    for (const phase of this.#phases) phase.forEach(start);
    this.#rest();
  }

  #leave(phase: Set<Phone>, phone: Phone): void {
    phase.delete(phone);
    if (this.#phases.every(({ size }) => size === 0)) this.#rest();
  }

  #rest(): void {
    if (this.#clock) clearInterval(this.#clock);
    this.#clock = null;
    for (const phase of this.#phases) phase.clear();
  }

  #next(): void {
    this.#phase = (this.#phase + 1) % PHASES;
    this.#read(this.#phases[this.#phase] ?? new Set());
  }

  /** Node looks at its sockets once between now and `setImmediate`. */
  #read(phase: Set<Phone>, from = 0): void {
    const some = [...phase].slice(from, from + AT_ONCE);
    some.forEach(start);
    if (some.length > 0) setImmediate(() => this.#stopped(phase, { some, from }));
  }

  #stopped(phase: Set<Phone>, { some, from }: { some: Phone[]; from: number }): void {
    for (const phone of some) if (phase.has(phone)) phone.handle.readStop();
    this.#read(phase, from + AT_ONCE);
  }
}

/** `socket.pause()` would not do: Node reads on until 16 KiB wait in its own memory. */
function handleOf(socket: Duplex): ReadHandle | null {
  const { _handle: handle } = socket as { _handle?: Partial<ReadHandle> | null };
  return handle?.readStart && handle.readStop ? (handle as ReadHandle) : null;
}

/** Not where Node itself waits for what it has read to be taken. */
function start({ socket, handle }: Phone): void {
  if (!socket.isPaused()) handle.readStart();
}
