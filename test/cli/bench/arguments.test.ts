import { readBenchPlan } from '../../../src/cli/bench/arguments.ts';

describe('the plan of a bench', () => {
  test('is 50 calls for 20 seconds unless told otherwise', () => {
    expect(readBenchPlan([])).toEqual({ calls: 50, seconds: 20 });
    expect(readBenchPlan(['--calls', '300', '--seconds=120'])).toEqual({ calls: 300, seconds: 120 });
  });

  test.each([
    [['--calls', '301']],
    [['--calls', '0']],
    [['--calls', '1e2']],
    [['--seconds', '121']],
    [['--seconds=-1']],
    [['--seconds', '']],
  ])('refuses %j', (args) => {
    expect(() => readBenchPlan(args)).toThrow(/must be a whole number from 1 to (300|120)/u);
  });

  test('refuses an option it does not know', () => {
    expect(() => readBenchPlan(['--url', 'http://example.com'])).toThrow(/--url/u);
  });
});
