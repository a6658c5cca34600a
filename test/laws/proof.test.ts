import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { mutants } from './mutants.ts';
import { patchedMutants } from './mutants/patched-mutants.ts';
import { simulatedMutants } from './mutants/simulated-mutants.ts';

const catalogue = [...mutants, ...simulatedMutants, ...patchedMutants];
const twenty = Array.from({ length: 20 }, (_, index) => `L${index + 1}`);
const proof = await readFile('docs/proof.md', 'utf8');

test('every law has a row in docs/proof.md and a mutant that proves its check', () => {
  expect(twenty.filter((law) => !proof.includes(`| ${law} `))).toEqual([]);
  expect(twenty.filter((law) => !catalogue.some((mutant) => mutant.law === law))).toEqual([]);
});

test('there are forty mutants or more, each with a name of its own, and docs/mutants.md has them all', async () => {
  const page = await readFile('docs/mutants.md', 'utf8');
  expect(catalogue.length).toBeGreaterThanOrEqual(40);
  expect(new Set(catalogue.map(({ fault }) => fault)).size).toBe(catalogue.length);
  expect(catalogue.filter(({ fault }) => !page.includes(fault)).map(({ fault }) => fault)).toEqual([]);
  expect(page).not.toContain('survived');
});

test('every file that docs/proof.md names exists', () => {
  const named = [...proof.matchAll(/`((?:test|src)\/[\w/.-]+\.ts)`/g)].map(([, file]) => file ?? '');
  const short = [...proof.matchAll(/\| `([\w-]+\.ts)`/g)].map(([, file]) => file ?? '');
  const known = (file: string): boolean =>
    existsSync(`test/laws/law/${file}`) || existsSync(`src/practice/runner/laws/${file}`);
  expect(named.length).toBeGreaterThan(20);
  expect([...named.filter((file) => !existsSync(file)), ...short.filter((file) => !known(file))]).toEqual([]);
});
