import type { Figures } from './figures.ts';
import type { Distribution } from './samples.ts';

interface Contest {
  service: Figures;
  relay: Figures;
}

interface Row {
  what: string;
  of: (figures: Figures) => number | null;
  digits: number;
}

const parts = { median: 'median', p99: 'p99', worst: 'worst' } as const;

function spread(what: string, of: (figures: Figures) => Distribution | null): Row[] {
  return (['median', 'p99'] as const).map((part) => ({
    what: `${what}, ${parts[part]}, ms`,
    of: (figures) => of(figures)?.[part] ?? null,
    digits: 2,
  }));
}

const count = (what: string, of: (figures: Figures) => number): Row => ({ what, of, digits: 0 });

const ROWS: readonly Row[] = [
  { what: 'CPU seconds per call-minute', of: ({ cpuPerCallMinute }) => cpuPerCallMinute, digits: 3 },
  { what: 'memory per call over idle, MiB', of: ({ memoryPerCallMiB }) => memoryPerCallMiB, digits: 2 },
  ...spread('caller frame to model', ({ frameLatency }) => frameLatency),
  ...spread('barge-in: speech_started to clear', ({ bargeIn }) => bargeIn),
  { what: 'barge-in: worst, ms', of: ({ bargeIn }) => bargeIn?.worst ?? null, digits: 2 },
  ...spread('barge-in: truncation error', ({ truncationError }) => truncationError),
  count('interruptions measured', ({ interruptions }) => interruptions),
  count('  of them never cleared', ({ neverCleared }) => neverCleared),
  count('stale audio after clear, ms in all', ({ staleMs }) => staleMs),
  ...spread('answer start: caller quiet to audio', ({ answerStart }) => answerStart),
  count('turns unanswered', ({ unanswered }) => unanswered),
  count('frames lost', ({ lostFrames }) => lostFrames),
  count('frames or messages of another call', ({ strangeFrames }) => strangeFrames),
  count('error events provoked', ({ errors }) => errors),
  count('calls dropped', ({ droppedCalls }) => droppedCalls),
];

/** One line for each figure: service, relay, and how many times the relay's the service's is. */
export function figureLines({ service, relay }: Contest): string[] {
  const cells = ROWS.map(({ what, of, digits }) => {
    const [ours, floor] = [of(service), of(relay)];
    return [what, shown(ours, digits), shown(floor, digits), digits === 0 ? '' : ratio(ours, floor)];
  });
  const table = [['', 'service', 'relay', 'ratio'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => padded(cell, column, widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}

function padded(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

function shown(value: number | null, digits: number): string {
  return value === null || !Number.isFinite(value) ? '–' : value.toFixed(digits);
}

function ratio(ours: number | null, floor: number | null): string {
  return ours === null || floor === null || floor <= 0 ? '' : `${(ours / floor).toFixed(2)}×`;
}
