import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { allMutants } from './mutants/all-mutants.ts';
import { knownPains } from './proof/known-pains.ts';
import { proofTables } from './proof/proof-page.ts';
import { twentyLaws } from './proof/twenty-laws.ts';

const named = [...twentyLaws.map(({ test }) => test), ...knownPains];

test('there are twenty laws, and every one has a mutant that proves its check', () => {
  expect(twentyLaws.map(({ law }) => law)).toEqual(Array.from({ length: 20 }, (_, index) => `L${index + 1}`));
  const unproven = twentyLaws.filter(({ law }) => !allMutants.some((mutant) => mutant.law === law));
  expect(unproven).toEqual([]);
});

test('there are forty mutants or more, each with a name of its own, and docs/mutants.md has them all', async () => {
  const page = await readFile('docs/mutants.md', 'utf8');
  expect(allMutants.length).toBeGreaterThanOrEqual(40);
  expect(new Set(allMutants.map(({ fault }) => fault)).size).toBe(allMutants.length);
  expect(allMutants.filter(({ fault }) => !page.includes(fault)).map(({ fault }) => fault)).toEqual([]);
  expect(page).not.toContain('survived');
});

test('each of the twenty-five pains of the field is ruled out by a law that there is', () => {
  expect(knownPains).toHaveLength(25);
  const laws = new Set(twentyLaws.map(({ law }) => law));
  expect(knownPains.flatMap(({ laws: by }) => by).filter((law) => !laws.has(law))).toEqual([]);
});

test.each(named.map(({ file, test: title }) => [file, title]))('%s has the test «%s»', async (file, title) => {
  expect(await readFile(file, 'utf8')).toContain(title);
});

test('docs/proof.md is what the code says: `npm run proof` writes it again', async () => {
  const page = await readFile('docs/proof.md', 'utf8');
  expect(page).toContain(proofTables(allMutants).join('\n'));
  const links = [...page.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, file]) => file ?? '');
  expect(links.filter((file) => !existsSync(file))).toEqual([]);
});
