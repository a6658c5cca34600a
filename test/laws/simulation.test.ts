import { LEAST_EVENTS } from './simulation/least-events.ts';
import { playSeeds, toldFigures } from './simulation/play-seeds.ts';
import type { PlayedSeed } from './simulation/simulate-seeds.ts';

const SEEDS = 1_000;

test('no law is broken in any of a thousand simulated calls, each of two hundred events or more', async () => {
  const broken: PlayedSeed['broken'] = [];
  const figures = await playSeeds({ first: 1, seeds: SEEDS }, (played, { calls }) => {
    broken.push(...played.broken);
    if (calls % 100 === 0) process.stdout.write(`${calls} simulated calls, ${broken.length} laws broken\n`);
  });
  process.stdout.write(`\n${toldFigures(figures)}\n`);
  expect(broken.map(({ law, why, told }) => `${law}: ${why}\n${told}`)).toEqual([]);
  expect(figures.calls).toBe(SEEDS);
  expect(figures.fewestEvents).toBeGreaterThanOrEqual(LEAST_EVENTS);
  expect(figures.bookings).toBeGreaterThan(SEEDS / 10);
}, 1_800_000);
