/** Something that must be fed in real time while it plays. */
export interface Paced {
  readonly isIdle: boolean;
  feed(now: number): void;
}

const TICK_MS = 20;

/** One 20 ms clock for all calls of the process; it stands still while nobody speaks. */
export class Pacer {
  readonly #players = new Set<Paced>();
  #timer: NodeJS.Timeout | null = null;

  /** Feeds `player` on every tick until it is idle. */
  run(player: Paced): void {
    this.#players.add(player);
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#players.clear();
  }

  #tick(): void {
    const now = performance.now();
    for (const player of this.#players) {
      player.feed(now);
      if (player.isIdle) this.#players.delete(player);
    }
    if (this.#players.size === 0) this.stop();
  }
}
