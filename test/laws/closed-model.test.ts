import { callMachine } from '../../machines/call.machine.ts';
import { explore } from './closed-model/explore.ts';
import type { CallSnapshot } from './closed-model/machine-step.ts';
import { golden } from './closed-model/golden.ts';
import { story } from './closed-model/story.ts';
import { worlds } from './closed-model/worlds.ts';
import { allLaws } from './law/all-laws.ts';
import { staleFacts } from './law/only-the-parser-reads.ts';

/** After a refusal the end of whatever still runs is what is waited for, whoever's it is. */
const mayNotMatter = (type: string, snapshot: CallSnapshot): boolean =>
  type !== 'model.finishedResponse' || !snapshot.matches({ inCall: { floor: 'pausing' } });

const began = performance.now();
const explored = worlds.map((bounds) => {
  const start = performance.now();
  const { graph, breaches } = explore({ machine: callMachine, bounds, laws: allLaws, mostMoments: 50_000 });
  return { name: bounds.name, graph, breaches, seconds: (performance.now() - start) / 1_000 };
});
const seconds = (performance.now() - began) / 1_000;
const counts = Object.fromEntries(
  explored.map(({ name, graph }) => [name, [graph.moments.length, graph.edges.length]]),
);

afterAll(() => {
  const rows = explored.map(({ name, graph, seconds: took }) => {
    const figures = [graph.moments.length, graph.edges.length].map((count) => String(count).padStart(8)).join('');
    return `${name.padEnd(24)}${figures}${took.toFixed(1).padStart(7)} s`;
  });
  process.stdout.write(
    `\nworld                     states   steps\n${rows.join('\n')}\nin all ${seconds.toFixed(1)} s\n`,
  );
});

test.each(explored.map((world) => [world.name, world] as const))(
  'no call of the world «%s» breaks a law',
  (_, world) => {
    expect(world.breaches.map(story).join('\n\n')).toBe('');
  },
);

test('the worlds are as large as they were: these figures change only on purpose', () => {
  expect(counts).toEqual(golden);
});

test('L9: results nobody waits for change nothing, wherever the call is', () => {
  for (const { graph } of explored) {
    for (const snapshot of new Set(graph.moments.slice(0, 500).map((moment) => moment.snapshot))) {
      if (snapshot.status !== 'active') continue;
      for (const fact of staleFacts.filter(({ type }) => mayNotMatter(type, snapshot))) {
        const { snapshot: after, commands } = graph.machine.step(snapshot, fact);
        expect({ fact, value: after.value, context: after.context, commands }).toEqual({
          fact,
          value: snapshot.value,
          context: snapshot.context,
          commands: [],
        });
      }
    }
  }
});
