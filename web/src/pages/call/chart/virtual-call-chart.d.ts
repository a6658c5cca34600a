declare module 'virtual:call-chart' {
  export const callChart: unknown;
}
