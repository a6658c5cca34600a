import { parseArgs } from 'node:util';
import { openSimulatedHouse } from './simulation/simulated-house.ts';
import type { SimulatedHouse } from './simulation/simulated-house.ts';
import { shortestStory } from './simulation/shortest-story.ts';
import { simulate } from './simulation/simulate.ts';
import type { Played } from './simulation/simulate.ts';
import { storyOf, told } from './simulation/story.ts';
import { progressBar } from './progress-bar.ts';

/* `npm run simulate -- --seeds N [--seed S]`: N calls from seed S on, every law held against every one of them. */

const { values } = parseArgs({ options: { seeds: { type: 'string' }, seed: { type: 'string' } } });
const first = Number(values.seed ?? 1);
const seeds = Number(values.seeds ?? (values.seed === undefined ? 1_000 : 1));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const figures = { calls: 0, events: 0, bookings: 0, faults: 0 };
const outcomes = new Map<string, number>();

function count({ events, bookings, faults, outcome }: Played): void {
  figures.calls += 1;
  figures.events += events;
  figures.bookings += bookings;
  figures.faults += faults;
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

async function tellBreach(house: SimulatedHouse, seed: number, { broken }: Played): Promise<void> {
  const [breach] = broken;
  if (!breach) return;
  say(`\nseed ${seed} breaks ${breach.law}: ${breach.why}`);
  say('looking for the shortest story that does …');
  const story = await shortestStory(house, { story: storyOf(seed), law: breach.law });
  const { broken: again } = await simulate(house, story);
  say(told(story));
  for (const { law, why } of again) say(`  ✗ ${law}: ${why}`);
  say(`again: npm run simulate -- --seed ${seed}`);
}

const began = performance.now();
const house = await openSimulatedHouse();
const bar = progressBar(seeds);
for (let seed = first; seed < first + seeds; seed += 1) {
  const played = await simulate(house, storyOf(seed));
  count(played);
  bar.at(figures.calls, `${figures.events} events, ${figures.bookings} bookings, ${figures.faults} faults`);
  if (played.broken.length === 0) continue;
  process.exitCode = 1;
  await tellBreach(house, seed, played);
  break;
}
bar.done();
await house.close();
const seconds = ((performance.now() - began) / 1_000).toFixed(1);
const ends = [...outcomes].map(([outcome, calls]) => `${calls} ${outcome}`).join(', ');
say(`${figures.calls} calls (${ends})`);
say(`${figures.events} events, ${figures.bookings} bookings, ${figures.faults} faults injected, ${seconds} s`);
say(process.exitCode === 1 ? 'a law was broken' : 'every law held in every call');
