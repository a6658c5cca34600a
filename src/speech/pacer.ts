/** Something that must be fed in real time while it plays. */
export interface Paced {
  readonly isIdle: boolean;
  feed(now: number): void;
}

const TICK_MS = 20;

/** One 20 ms clock for all calls of the process; it stands still while nobody speaks. */
export class Pacer {
  readonly #players = new Map<Paced, (error: unknown) => void>();
  #timer: NodeJS.Timeout | null = null;

  /** Feeds `player` on every tick until it is idle, or until a fault of its own, which is told to `broke` and disturbs no other. */
  run(player: Paced, broke: (error: unknown) => void): void {
    this.#players.set(player, broke);
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#players.clear();
  }

  #tick(): void {
    const now = performance.now();
    for (const [player, broke] of this.#players) this.#feed(player, { now, broke });
    if (this.#players.size === 0) this.stop();
  }

  #feed(player: Paced, { now, broke }: { now: number; broke: (error: unknown) => void }): void {
    try {
      player.feed(now);
      if (player.isIdle) this.#players.delete(player);
    } catch (error) {
      this.#players.delete(player);
      broke(error);
    }
  }
}
