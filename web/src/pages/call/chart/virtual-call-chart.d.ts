declare module 'virtual:call-chart' {
  import type { PlacedChart } from '../../../../build/lay-out-chart.ts';

  export const callChart: PlacedChart;
}
