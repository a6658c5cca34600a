declare module 'virtual:call-chart' {
  export const callChart: import('../../../../build/lay-out-chart.ts').PlacedChart;
}
