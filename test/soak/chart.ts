const BARS = '▁▂▃▄▅▆▇█';

/** A row of bars as wide as asked, each the middle value of its stretch; the scale begins at the lowest value. */
function barsOf(values: readonly number[], width: number): string {
  const stretches = Array.from(
    { length: Math.min(width, values.length) },
    (_, at, of = Math.min(width, values.length)) =>
      middle(values.slice(Math.floor((at * values.length) / of), Math.floor(((at + 1) * values.length) / of))),
  );
  const lowest = Math.min(...stretches);
  const span = Math.max(...stretches) - lowest || 1;
  return stretches.map((value) => BARS[Math.floor(((value - lowest) / span) * (BARS.length - 1))] ?? '').join('');
}

/** `heap  31.2 … 35.0 MB  ▁▂▃`. */
export function chartLine(name: string, values: readonly number[], unit = ''): string {
  const figure = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
  const range = `${figure(Math.min(...values))} … ${figure(Math.max(...values))}${unit}`;
  return `${name.padEnd(16)} ${range.padEnd(20)} ${barsOf(values, 60)}`;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
