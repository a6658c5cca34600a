export interface Point {
  x: number;
  y: number;
}

export interface Slope {
  perX: number;
  /** 95 % of the cases lie within. */
  from: number;
  to: number;
}

const Z_OF_95_PERCENT = 1.96;

/**
 * Theil–Sen: the median of the slopes of all pairs of points, which some outliers do not move; its bounds by Kendall's tau (Sen 1968).
 * Null with fewer than three points.
 */
export function slopeOf(points: readonly Point[]): Slope | null {
  const count = points.length;
  if (count < 3) return null;
  const slopes = points
    .flatMap((one, index) => points.slice(index + 1).map((other) => (other.y - one.y) / (other.x - one.x)))
    .filter((slope) => Number.isFinite(slope))
    .sort((a, b) => a - b);
  const spread = Z_OF_95_PERCENT * Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18);
  const at = (rank: number): number => slopes[Math.min(slopes.length - 1, Math.max(0, Math.round(rank)))] ?? NaN;
  return { perX: medianOf(slopes), from: at((slopes.length - spread) / 2), to: at((slopes.length + spread) / 2) };
}

function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}
