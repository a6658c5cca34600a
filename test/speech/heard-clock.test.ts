import { HeardClock } from '../../src/speech/heard-clock.ts';

describe('on a phone that keeps time', () => {
  test('audio is heard from the moment it is sent', () => {
    const clock = new HeardClock();
    clock.sent('a', 100, 1_000);
    expect([999, 1_000, 1_050, 1_100, 9_000].map((now) => clock.heardMs('a', now))).toEqual([0, 0, 50, 100, 100]);
  });

  test('what is sent early waits for what is before it', () => {
    const clock = new HeardClock();
    clock.sent('a', 100, 0);
    clock.sent('b', 100, 10);
    expect([clock.heardMs('a', 150), clock.heardMs('b', 150)]).toEqual([100, 50]);
    expect(clock.endsAt).toBe(200);
  });

  test('a pause between two stretches of one item is not heard time', () => {
    const clock = new HeardClock();
    clock.sent('a', 100, 0);
    clock.sent('a', 100, 500);
    expect([clock.heardMs('a', 400), clock.heardMs('a', 550)]).toEqual([100, 150]);
  });

  test('an item of which nothing was sent was not heard', () => {
    expect(new HeardClock().heardMs('a', 5_000)).toBe(0);
  });

  test('before anything was sent the phone is not ahead', () => {
    expect(new HeardClock().endsAt).toBeLessThan(0);
  });

  test('after a clear nothing is ahead', () => {
    const clock = new HeardClock();
    clock.sent('a', 500, 0);
    clock.clear(200);
    expect(clock.endsAt).toBe(200);
  });
});

test('a new answer knows nothing of the items before it, but that the phone still plays them', () => {
  const clock = new HeardClock();
  clock.sent('a', 500, 0);
  clock.startOver();
  clock.sent('b', 100, 200);
  expect([clock.heardMs('a', 1_000), clock.heardMs('b', 550)]).toEqual([0, 50]);
});
