import { explore } from './closed-model/explore.ts';
import { rememberingMachine } from './closed-model/machine-step.ts';
import { worlds } from './closed-model/worlds.ts';
import { allLaws } from './law/all-laws.ts';
import { mutants } from './mutants.ts';
import type { Mutant } from './mutants.ts';

/** What catches a fault: the laws that are broken, each after how many events at the least. */
function caught({ law, world, machine }: Mutant): string {
  const bounds = worlds.find(({ name }) => name === world);
  if (!bounds) throw new Error(`there is no world «${world}»`);
  const laws = allLaws.filter(({ name }) => name.startsWith(`${law} `));
  const { breaches, graph } = explore({
    machine: rememberingMachine(machine),
    bounds,
    laws,
    mostMoments: 8_000,
    stopsAt: 'firstBreach',
  });
  const [breach] = breaches;
  return breach ? `${breach.law}: ${breach.why} (${graph.moments.length} states)` : 'nothing';
}

const rows: string[] = [];
afterAll(() => void process.stdout.write(`\n${rows.join('\n')}\n`));

test.each(mutants.map((mutant) => [mutant.fault, mutant] as const))('«%s» is caught', (fault, mutant) => {
  const by = caught(mutant);
  rows.push(`${fault.padEnd(52)} ${by}`);
  expect(by).toContain(`${mutant.law} `);
});
