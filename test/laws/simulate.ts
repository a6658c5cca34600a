import { parseArgs } from 'node:util';
import { progressBar } from './progress-bar.ts';
import { playSeeds, toldFigures } from './simulation/play-seeds.ts';
import { openSimulatedHouse } from './simulation/simulated-house.ts';
import { shortestStory } from './simulation/shortest-story.ts';
import type { PlayedSeed } from './simulation/simulate-seeds.ts';
import { simulate } from './simulation/simulate.ts';
import { told } from './simulation/story.ts';

/* `npm run simulate -- --seeds N [--seed S]`: N calls from seed S on, every law held against every one of them. */

const { values } = parseArgs({ options: { seeds: { type: 'string' }, seed: { type: 'string' } } });
const first = Number(values.seed ?? 1);
const seeds = Number(values.seeds ?? (values.seed === undefined ? 1_000 : 1));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function tellBreach({ seed, broken: [breach] }: PlayedSeed): Promise<void> {
  if (!breach) return;
  say(`\nseed ${seed} breaks ${breach.law}: ${breach.why}`);
  say('looking for the shortest story that does …');
  const house = await openSimulatedHouse();
  const story = await shortestStory(house, { story: breach.story, law: breach.law });
  const { broken: again } = await simulate(house, story);
  await house.close();
  say(told(story));
  for (const { law, why } of again) say(`  ✗ ${law}: ${why}`);
  say(`again: npm run simulate -- --seed ${seed}`);
}

const began = performance.now();
const bar = progressBar(seeds);
const breaches: PlayedSeed[] = [];
const figures = await playSeeds({ first, seeds }, (played, { calls, events, bookings, faults }) => {
  bar.at(calls, `${events} events, ${bookings} bookings, ${faults} faults, ${breaches.length} broken`);
  if (played.broken.length > 0) breaches.push(played);
});
bar.done();
say(`${toldFigures(figures)}, ${((performance.now() - began) / 1_000).toFixed(1)} s on the wall`);
for (const { seed, broken } of breaches) for (const { law, why } of broken) say(`seed ${seed} ✗ ${law}: ${why}`);
const [worst] = breaches;
if (worst) await tellBreach(worst);
say(worst ? 'a law was broken' : 'every law held in every call');
if (worst) process.exitCode = 1;
