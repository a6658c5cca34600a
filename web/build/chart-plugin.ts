import type { Plugin } from 'vite';
import { layOutChart } from './lay-out-chart.ts';
import { readChart } from './read-chart.ts';

const NAME = 'virtual:call-chart';
const RESOLVED = `\0${NAME}`;

/** Serves the statechart, read and laid out at build time, as the module `virtual:call-chart`. */
export function callChart(): Plugin {
  return {
    name: 'call-chart',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      return `export const callChart = ${JSON.stringify(await layOutChart(readChart()))};`;
    },
  };
}
