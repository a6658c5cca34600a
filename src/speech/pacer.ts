import { callClock } from './call-clock.ts';
import type { CallClock } from './call-clock.ts';

/** Something that must be fed in real time while it plays. */
export interface Paced {
  readonly isIdle: boolean;
  /** When it next wants to be fed by the clock; infinite while it waits for something else. */
  readonly dueAt: number;
  feed(now: number): void;
}

const TICK_MS = 20;
/** So many are fed in one go. Then the sockets have their turn, or a caller who cuts in would wait behind the audio of all others. */
const AT_ONCE = 12;

/** One 20 ms clock for all calls of the process; it stands still while nobody speaks. */
export class Pacer {
  readonly clock: CallClock;
  readonly #players = new Map<Paced, (error: unknown) => void>();
  #stopTicking: (() => void) | null = null;

  constructor(clock: CallClock = callClock) {
    this.clock = clock;
  }

  /** Feeds `player` whenever it is due until it is idle, or until a fault of its own, which is told to `broke` and disturbs no other. */
  run(player: Paced, broke: (error: unknown) => void): void {
    this.#players.set(player, broke);
    this.#stopTicking ??= this.clock.every(TICK_MS, () => this.#tick());
  }

  stop(): void {
    this.#stopTicking?.();
    this.#stopTicking = null;
    this.#players.clear();
  }

  #tick(): void {
    const now = this.clock.now();
    const due: Paced[] = [];
    for (const player of this.#players.keys()) {
      if (player.isIdle) this.#players.delete(player);
      else if (player.dueAt <= now) due.push(player);
    }
    this.#feedSome(due);
    if (this.#players.size === 0) this.stop();
  }

  #feedSome(due: Paced[]): void {
    const now = this.clock.now();
    for (const player of due.splice(0, AT_ONCE)) if (player.dueAt <= now) this.#feed(player, now);
    if (due.length > 0) this.clock.setTimeout(() => this.#feedSome(due), 0);
  }

  #feed(player: Paced, now: number): void {
    const broke = this.#players.get(player);
    try {
      if (broke !== undefined) player.feed(now);
    } catch (error) {
      this.#players.delete(player);
      broke?.(error);
    }
  }
}
