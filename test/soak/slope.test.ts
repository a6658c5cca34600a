import { slopeOf } from './slope.ts';

const line = (perX: number, noise: (x: number) => number = () => 0) =>
  Array.from({ length: 100 }, (_, x) => ({ x, y: 5 + perX * x + noise(x) }));

test('a straight line has its own slope', () => {
  expect(slopeOf(line(0.25))).toEqual({ perX: 0.25, from: 0.25, to: 0.25 });
});

test('a few wild measurements do not move it', () => {
  const slope = slopeOf(line(0.25, (x) => (x % 10 === 9 ? 500 : 0)));
  expect(slope?.perX).toBeCloseTo(0.25, 5);
});

test('its bounds hold the truth where the points scatter', () => {
  const scattered = line(1, (x) => 8 * Math.sin(x * 12.9898));
  const slope = slopeOf(scattered) ?? { perX: NaN, from: NaN, to: NaN };
  expect(slope.from).toBeLessThan(1);
  expect(slope.to).toBeGreaterThan(1);
  expect(slope.to - slope.from).toBeLessThan(0.2);
});

test('two points say nothing', () => {
  expect(slopeOf(line(1).slice(0, 2))).toBeNull();
});
