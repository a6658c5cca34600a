import { distributionOf, percentile, Samples } from '../../../src/cli/bench/samples.ts';

const upTo = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1);

describe('percentiles', () => {
  test('are the value at the nearest rank', () => {
    expect([0, 0.5, 0.99, 1].map((share) => percentile(upTo(100), share))).toEqual([1, 50, 99, 100]);
    expect([0, 0.5, 0.99, 1].map((share) => percentile([7], share))).toEqual([7, 7, 7, 7]);
  });

  test('are those of numbers, whatever their order', () => {
    expect(distributionOf([10, 9, 100, 2])).toEqual({ count: 4, median: 9, p99: 100, worst: 100 });
  });

  test('are nothing where nothing was measured', () => {
    expect(distributionOf([])).toBeNull();
    expect(new Samples().distribution()).toBeNull();
  });

  test('hold for more values than there was room for at first', () => {
    const samples = new Samples();
    for (const value of upTo(10_000).reverse()) samples.add(value);
    expect(samples.distribution()).toEqual({ count: 10_000, median: 5000, p99: 9900, worst: 10_000 });
  });
});
