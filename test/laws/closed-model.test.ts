import type { ExploredWorld } from './closed-model/explore-world.ts';
import { golden } from './closed-model/golden.ts';
import { worlds } from './closed-model/worlds.ts';
import { allLaws } from './law/all-laws.ts';
import { sharedOut } from './shared-out.ts';

const began = performance.now();
const explored = new Map<string, ExploredWorld>();
const largestFirst = worlds
  .map(({ name }) => name)
  .toSorted((one, other) => (golden[other]?.[1] ?? 0) - (golden[one]?.[1] ?? 0));
beforeAll(async () => {
  const worker = new URL('./closed-model/explore-world.ts', import.meta.url);
  await sharedOut<string, ExploredWorld>(worker, largestFirst, (world) => explored.set(world.name, world));
}, 300_000);

type Figures = Pick<ExploredWorld, 'name' | 'states' | 'steps' | 'seconds'>;

afterAll(() => {
  const all = worlds.flatMap(({ name }) => explored.get(name) ?? []);
  const row = (name: string, { states, steps, seconds }: Omit<Figures, 'name'>): string =>
    `${name.padEnd(24)}${String(states).padStart(8)}${String(steps).padStart(8)}${seconds.toFixed(1).padStart(7)} s`;
  const sum = (of: 'states' | 'steps' | 'seconds'): number => all.reduce((so, world) => so + world[of], 0);
  const rows = all.map((world) => row(world.name, world));
  const wall = ((performance.now() - began) / 1_000).toFixed(1);
  const inAll = row('in all', { states: sum('states'), steps: sum('steps'), seconds: sum('seconds') });
  const total = `${inAll} of one core, ${wall} s on the wall`;
  const laws = `${allLaws.length} laws held at every step: ${allLaws.map(({ name }) => name).join('; ')}`;
  process.stdout.write(`\nworld                     states   steps\n${[...rows, total, laws].join('\n')}\n`);
});

test.each(worlds.map(({ name }) => [name]))('no call of the world «%s» breaks a law', (name) => {
  expect(explored.get(name)?.stories.join('\n\n')).toBe('');
});

test.each(worlds.map(({ name }) => [name]))('every state of the world «%s» can come to its end', (name) => {
  expect(explored.get(name)?.withoutEnd).toEqual([]);
});

test('the worlds are as large as they were: these figures change only on purpose', () => {
  const counts = [...explored.values()].map(({ name, states, steps }) => [name, [states, steps]] as const);
  expect(Object.fromEntries(counts)).toEqual(golden);
});
