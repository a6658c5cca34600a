import { z } from 'zod';

/** What is told of many measured values; `median` and the rest are in their unit. */
export const distribution = z.object({ count: z.number(), median: z.number(), p99: z.number(), worst: z.number() });
export type Distribution = z.infer<typeof distribution>;

const FIRST_ROOM = 4096;

/** The value below which a share of the sorted values lies (nearest rank). */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const rank = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.min(sorted.length - 1, Math.max(0, rank))] ?? Number.NaN;
}

/** Null where nothing was measured. */
export function distributionOf(values: Iterable<number>): Distribution | null {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return null;
  return {
    count: sorted.length,
    median: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    worst: percentile(sorted, 1),
  };
}

/** Many values at eight bytes each. */
export class Samples {
  #room = new Float64Array(FIRST_ROOM);
  #count = 0;

  add(value: number): void {
    if (this.#count === this.#room.length) {
      const larger = new Float64Array(this.#room.length * 2);
      larger.set(this.#room);
      this.#room = larger;
    }
    this.#room[this.#count] = value;
    this.#count += 1;
  }

  distribution(): Distribution | null {
    return distributionOf(this.#room.subarray(0, this.#count));
  }
}
