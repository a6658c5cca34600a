import { chartLine } from './chart.ts';
import type { ServiceSample } from './service-probe.ts';
import { slopeOf } from './slope.ts';
import type { Slope } from './slope.ts';

export interface TimedSample extends ServiceSample {
  atMinute: number;
  liveCalls: number;
}

export interface SoakFigures {
  samples: readonly TimedSample[];
  /** Before the first call, and after the last one had ended. */
  before: ServiceSample;
  after: ServiceSample;
  calls: Readonly<Record<string, number>>;
  faults: Readonly<Record<string, number>>;
  breaches: readonly string[];
}

const MIB = 1_048_576;
const WARM_UP_MINUTES = 10;
const MOST_MIB_AN_HOUR = 1;
/** A short soak is warm after a third of it. */
const WARM_UP_SHARE = 3;

/** What a collection leaves, inside the heap and outside of it. */
const heldMiB = ({ heap, outside }: ServiceSample): number => (heap + outside) / MIB;

/** The same without compiled code: what calls could leave behind. */
const dataMiB = (sample: ServiceSample): number => heldMiB(sample) - sample.code / MIB;

/** Of what a full collection leaves, in MB an hour, after the warm-up. */
function slopeAfterWarmUp(
  samples: readonly TimedSample[],
  of: (sample: TimedSample) => number = dataMiB,
): { slope: Slope | null; fromMinute: number } {
  const wholeMinutes = samples.at(-1)?.atMinute ?? 0;
  const fromMinute = Math.min(WARM_UP_MINUTES, wholeMinutes / WARM_UP_SHARE);
  const warm = samples.filter(({ atMinute }) => atMinute >= fromMinute);
  return { slope: slopeOf(warm.map((one) => ({ x: one.atMinute / 60, y: of(one) }))), fromMinute };
}

/** Whatever is not as it must be; nothing where the soak passed. */
export function verdictOf(figures: SoakFigures): string[] {
  const { slope } = slopeAfterWarmUp(figures.samples);
  const leftSockets = figures.after.sockets - figures.before.sockets;
  return [
    ...(slope !== null && slope.perX >= MOST_MIB_AN_HOUR
      ? [`memory grows by ${slope.perX.toFixed(2)} MB an hour`]
      : []),
    ...(leftSockets > 0 ? [`${leftSockets} sockets were left open`] : []),
    ...figures.breaches,
  ];
}

export function reportLines(figures: SoakFigures): string[] {
  const { samples, before, after, calls, faults } = figures;
  const { slope, fromMinute } = slopeAfterWarmUp(samples);
  const all = slopeAfterWarmUp(samples, heldMiB).slope?.perX ?? NaN;
  const column = (of: (sample: TimedSample) => number) => samples.map((sample) => Math.round(of(sample) * 10) / 10);
  const counts = (all: Readonly<Record<string, number>>) =>
    Object.entries(all)
      .map(([name, count]) => `${name} ${count}`)
      .join(' · ');
  return [
    chartLine('held after GC', column(heldMiB), ' MB'),
    chartLine(
      'resident',
      column(({ resident }) => resident / MIB),
      ' MB',
    ),
    chartLine(
      'sockets',
      column(({ sockets }) => sockets),
    ),
    chartLine(
      'timers',
      column(({ timers }) => timers),
    ),
    chartLine(
      'live calls',
      column(({ liveCalls }) => liveCalls),
    ),
    '',
    `calls   ${counts(calls)}`,
    `faults  ${counts(faults)}`,
    `no call on the line: ${heldMiB(before).toFixed(1)} MB and ${before.sockets} sockets before, ${heldMiB(after).toFixed(1)} MB and ${after.sockets} sockets after; ${before.databaseSockets} and ${after.databaseSockets} to the database`,
    slope === null
      ? 'slope   not measured: too few samples'
      : `slope   ${slope.perX.toFixed(2)} MB an hour (95 %: ${slope.from.toFixed(2)} … ${slope.to.toFixed(2)}), from minute ${fromMinute.toFixed(0)} on: Theil–Sen over what full collections leave, without compiled code; with it ${all.toFixed(2)}`,
  ];
}
