import { callMachine } from '../../../machines/call.machine.ts';
import { allLaws } from '../law/all-laws.ts';
import { doTasks } from '../shared-out.ts';
import { explore } from './explore.ts';
import type { Graph } from './explore.ts';
import { rememberingMachine } from './machine-step.ts';
import { story } from './story.ts';
import { worlds } from './worlds.ts';

/* One process that explores worlds, each to its end, and says what it found. */

export interface ExploredWorld {
  name: string;
  states: number;
  steps: number;
  /** Of one core, not of the clock on the wall: other work on the machine does not count. */
  seconds: number;
  /** Each broken law with the shortest call that breaks it. */
  stories: string[];
  /** States from which no steps whatever lead to the end of the call. */
  withoutEnd: string[];
}

/** One memory for all worlds: a step that was worked out in one is known in the next. */
const machine = rememberingMachine(callMachine);

function exploreWorld(name: string): ExploredWorld {
  const bounds = worlds.find((world) => world.name === name);
  if (!bounds) throw new Error(`there is no world «${name}»`);
  const began = process.cpuUsage();
  const { graph, breaches } = explore({ machine, bounds, laws: allLaws, mostMoments: 50_000 });
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1_000_000;
  const { moments, edges } = graph;
  const found = { stories: breaches.map(story), withoutEnd: withoutEnd(graph) };
  return { name, states: moments.length, steps: edges.length, seconds, ...found };
}

function withoutEnd({ moments, edges }: Graph): string[] {
  const before = moments.map(() => Array.of<number>());
  for (const { from, to } of edges) before[to]?.push(from);
  const ends = new Set(moments.filter(({ snapshot }) => snapshot.status === 'done').map(({ index }) => index));
  for (const index of ends) for (const earlier of before[index] ?? []) ends.add(earlier);
  return moments.filter(({ index }) => !ends.has(index)).map(({ snapshot }) => JSON.stringify(snapshot.value));
}

doTasks(exploreWorld);
