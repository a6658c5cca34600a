import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ExploredWorld } from './closed-model/explore-world.ts';
import { worlds } from './closed-model/worlds.ts';
import { allMutants } from './mutants/all-mutants.ts';
import { progressBar } from './progress-bar.ts';
import { proofPage } from './proof/proof-page.ts';
import { sharedOut } from './shared-out.ts';
import { playSeeds } from './simulation/play-seeds.ts';

/* `npm run proof [-- --seeds N]`: explores every world, plays a thousand calls, and writes docs/proof.md where no law was broken. */

const { values } = parseArgs({ options: { seeds: { type: 'string' } } });
const seeds = Number(values.seeds ?? 1_000);
const broken: string[] = [];

const explored = new Map<string, ExploredWorld>();
const names = worlds.map(({ name }) => name);
await sharedOut<string, ExploredWorld>(new URL('./closed-model/explore-world.ts', import.meta.url), names, (world) => {
  explored.set(world.name, world);
  broken.push(...world.stories, ...world.withoutEnd);
});
process.stdout.write(`${explored.size} worlds explored\n`);

const bar = progressBar(seeds);
const simulation = await playSeeds({ first: 1, seeds }, (played, { calls, events }) => {
  bar.at(calls, `${events} events`);
  broken.push(...played.broken.map(({ law, why }) => `seed ${played.seed} ✗ ${law}: ${why}`));
});
bar.done();

if (broken.length > 0) {
  process.stdout.write(`${broken.join('\n')}\na law was broken: docs/proof.md stays as it was\n`);
  process.exitCode = 1;
} else {
  const on = new Date().toISOString().slice(0, 10);
  const page = proofPage({ on, worlds: names.flatMap((name) => explored.get(name) ?? []), simulation }, allMutants);
  await writeFile(new URL('../../docs/proof.md', import.meta.url), page);
  process.stdout.write('docs/proof.md is written\n');
}
