import { callChart as drawn } from 'virtual:call-chart';
import type { PlacedChart } from '../../../../build/lay-out-chart.ts';

/** The statechart as web/build/ read it from the machine and laid it out. */
export const callChart = drawn as PlacedChart;
