import { describeOnServer } from '../support/databases.ts';
import { fuzzReaders, fuzzService } from './fuzz.ts';
import type { ClassResult } from './fuzz.ts';
import { Dice } from '../soak/dice.ts';
import { hostileText } from './mutate.ts';

/* A small share of each class with one seed; `npm run fuzz` gives the whole count. */
const plan = { seed: 20_261_128, oneIn: 50, calls: 1 };

const found = (results: readonly ClassResult[]) =>
  results.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`));

test('no reader of hostile input throws or takes what is impossible', () => {
  expect(found(fuzzReaders(plan))).toEqual([]);
});

test('the same seed gives the same input', () => {
  const inputs = (seed: number) => {
    const dice = new Dice(seed);
    return Array.from({ length: 50 }, () => hostileText({ event: 'media', media: { payload: 'AAAA' } }, dice));
  };
  expect(inputs(7)).toEqual(inputs(7));
  expect(inputs(7)).not.toEqual(inputs(8));
});

describeOnServer('the running service', (opened) => {
  test('refuses hostile input, logs each refusal once and names nobody; a healthy call does not notice', async () => {
    const results = await fuzzService(opened().databaseUrl ?? '', plan);
    expect(results.map(({ name }) => name)).toContain('healthy calls meanwhile');
    expect(found(results)).toEqual([]);
  }, 300_000);
});
