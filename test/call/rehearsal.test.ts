import { jest } from '@jest/globals';
import { rehearse } from '../../src/call/rehearsal.ts';

afterEach(() => jest.restoreAllMocks());

test('leaves no clock ticking', async () => {
  const begun = jest.spyOn(globalThis, 'setInterval');
  const ended = jest.spyOn(globalThis, 'clearInterval');
  await rehearse(20);
  const clocks = begun.mock.results.map(({ value }) => value as NodeJS.Timeout);
  expect(clocks.length).toBeGreaterThan(0);
  const stopped = ended.mock.calls.map(([clock]) => clock);
  expect(clocks.filter((clock) => !stopped.includes(clock)).length).toBe(0);
});
