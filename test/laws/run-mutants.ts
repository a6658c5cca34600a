import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { explore } from './closed-model/explore.ts';
import { rememberingMachine } from './closed-model/machine-step.ts';
import { worlds } from './closed-model/worlds.ts';
import { allLaws } from './law/all-laws.ts';
import { mutants } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { patchedMutants } from './mutants/patched-mutants.ts';
import type { PatchedMutant } from './mutants/patched-mutants.ts';
import { simulatedMutants } from './mutants/simulated-mutants.ts';
import { progressBar } from './progress-bar.ts';
import { openSimulatedHouse } from './simulation/simulated-house.ts';
import { simulate } from './simulation/simulate.ts';

/* `npm run mutants`: every deliberate fault must be caught by the law it breaks. Writes docs/mutants.md. */

interface Verdict {
  fault: string;
  law: string;
  caughtBy: string | null;
  check: string;
}

const project = fileURLToPath(new URL('../../', import.meta.url));

function inTheModel({ fault, law, world, machine }: Mutant): Verdict {
  const bounds = worlds.find(({ name }) => name === world);
  if (!bounds) throw new Error(`there is no world «${world}»`);
  const laws = allLaws.filter(({ name }) => name.startsWith(`${law} `));
  const [breach] = explore({
    machine: rememberingMachine(machine),
    bounds,
    laws,
    mostMoments: 8_000,
    stopsAt: 'firstBreach',
  }).breaches;
  return { fault, law, caughtBy: breach?.why ?? null, check: `closed model, world «${world}»` };
}

async function patched({ fault, law, file, patch, check, provenBy }: PatchedMutant): Promise<Verdict> {
  const copy = await mkdtemp(join(tmpdir(), 'toran-mutant-'));
  try {
    for (const folder of ['src', 'machines']) await cp(join(project, folder), join(copy, folder), { recursive: true });
    for (const name of ['package.json', 'tsconfig.json']) await cp(join(project, name), join(copy, name));
    await symlink(join(project, 'node_modules'), join(copy, 'node_modules'));
    const source = await readFile(join(copy, file), 'utf8');
    if (!source.includes(patch[0])) throw new Error(`${file} has no «${patch[0]}» to patch`);
    if (check((await import(pathToFileURL(join(project, file)).href)) as never) !== null)
      throw new Error(`«${fault}»: its check fails on the sound module`);
    await writeFile(join(copy, file), source.replace(patch[0], patch[1]));
    const why = check((await import(pathToFileURL(join(copy, file)).href)) as never);
    return { fault, law, caughtBy: typeof why === 'string' ? why : null, check: `${file}, as ${provenBy} asks` };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function simulated(told: (verdict: Verdict) => void): Promise<void> {
  const house = await openSimulatedHouse();
  for (const { fault, law, story, parts } of simulatedMutants) {
    const sound = await simulate(house, story);
    if (sound.broken.length > 0) throw new Error(`«${fault}»: its story breaks ${sound.broken[0]?.law} without it`);
    const { broken } = await simulate(house, story, parts);
    const breach = broken.find((one) => one.law.startsWith(`${law} `));
    told({ fault, law, caughtBy: breach?.why ?? null, check: 'simulated call' });
  }
  await house.close();
}

function page(verdicts: readonly Verdict[]): string {
  const byLaw = verdicts.toSorted((one, other) => Number(one.law.slice(1)) - Number(other.law.slice(1)));
  const rows = byLaw.map(
    ({ law, fault, caughtBy, check }) => `| ${law} | ${fault} | ${plain(caughtBy ?? '**survived**')} | ${check} |`,
  );
  return [
    '# Mutants',
    '',
    `${verdicts.length} deliberate faults, each caught by the law it breaks. Written by \`npm run mutants\`, which fails where one is missed.`,
    '',
    '| law | fault | what the law says of it | where it was caught |',
    '| --- | ----- | ----------------------- | ------------------- |',
    ...rows,
    '',
  ].join('\n');
}

/** Without what differs from run to run. */
const plain = (text: string): string =>
  text
    .replace(/\|/g, '/')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'a slot')
    .replace(/ \(\d+ ms, .*\)$/, '')
    .slice(0, 110);

const verdicts: Verdict[] = [];
const bar = progressBar(mutants.length + simulatedMutants.length + patchedMutants.length);
const tell = (verdict: Verdict): void => {
  verdicts.push(verdict);
  bar.at(verdicts.length, verdict.fault);
  if (verdict.caughtBy === null) process.stdout.write(`\nSURVIVED ${verdict.law} «${verdict.fault}»\n`);
};
for (const mutant of mutants) tell(inTheModel(mutant));
for (const mutant of patchedMutants) tell(await patched(mutant));
await simulated(tell);
bar.done();

const laws = new Set(verdicts.map(({ law }) => law));
const missing = Array.from({ length: 20 }, (_, index) => `L${index + 1}`).filter((law) => !laws.has(law));
const survivors = verdicts.filter(({ caughtBy }) => caughtBy === null);
await writeFile(join(project, 'docs/mutants.md'), page(verdicts));
process.stdout.write(`${verdicts.length} mutants, ${survivors.length} survived; docs/mutants.md is written\n`);
if (missing.length > 0) process.stdout.write(`no mutant for ${missing.join(', ')}\n`);
if (survivors.length > 0 || missing.length > 0) process.exitCode = 1;
