import { sharedOut } from '../shared-out.ts';
import type { PlayedSeed } from './simulate-seeds.ts';

/** Figures of many simulated calls. */
export interface SimulationFigures {
  calls: number;
  events: number;
  fewestEvents: number;
  bookings: number;
  faults: number;
  shorter: number;
  /** Of one core. */
  seconds: number;
  outcomes: Map<string, number>;
}

/** Plays seeds on all cores; `each` sees every one as it is over, with the figures so far. */
export async function playSeeds(
  { first, seeds }: { first: number; seeds: number },
  each: (played: PlayedSeed, figures: SimulationFigures) => void,
): Promise<SimulationFigures> {
  const counts = { calls: 0, events: 0, fewestEvents: Infinity, bookings: 0, faults: 0, shorter: 0, seconds: 0 };
  const figures: SimulationFigures = { ...counts, outcomes: new Map<string, number>() };
  const tasks = Array.from({ length: seeds }, (_, index) => first + index);
  await sharedOut<number, PlayedSeed>(new URL('./simulate-seeds.ts', import.meta.url), tasks, (played) => {
    figures.calls += 1;
    for (const count of ['events', 'bookings', 'faults', 'shorter', 'seconds'] as const)
      figures[count] += played[count];
    figures.fewestEvents = Math.min(figures.fewestEvents, played.events);
    figures.outcomes.set(played.outcome, (figures.outcomes.get(played.outcome) ?? 0) + 1);
    each(played, figures);
  });
  return figures;
}

/** As one line a person reads. */
export function toldFigures(figures: SimulationFigures): string {
  const { calls, events, fewestEvents, bookings, faults, shorter, seconds, outcomes } = figures;
  const ends = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  return [
    `${calls} calls (${ends}), ${events} events, ${fewestEvents} at the least`,
    `${bookings} bookings, ${faults} faults injected, ${shorter} shorter calls besides, ${seconds.toFixed(0)} s of one core`,
  ].join('\n');
}
