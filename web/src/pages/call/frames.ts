import type { PlacedArrow } from '../../../build/lay-out-chart.ts';
import { activeStates } from './chart/active-states.ts';
import { tracedArrows } from './chart/traced-arrows.ts';

/** One recorded fact and the state of the machine after it. */
export interface Frame {
  seq: number;
  ms: number;
  type: string;
  fact: Record<string, unknown>;
  state: unknown;
}

const STEPS_TRACED = 4;

/** The arrows taken in the last few steps, oldest first: what the chart shows as a trace. */
export function traceOf(states: readonly unknown[], arrows: readonly PlacedArrow[]): string[] {
  const last = states.slice(-STEPS_TRACED - 1).map((state) => activeStates(state));
  const taken = last.slice(1).flatMap((after, at) => tracedArrows(last[at] ?? new Set(), after, arrows));
  return taken.filter((id, at) => taken.lastIndexOf(id) === at).slice(-STEPS_TRACED);
}
