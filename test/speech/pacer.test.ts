import { jest } from '@jest/globals';
import { Pacer } from '../../src/speech/pacer.ts';
import type { Paced } from '../../src/speech/pacer.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Something that plays for a number of ticks. */
class Player implements Paced {
  dueAt = -Infinity;
  fed: number[] = [];
  readonly #ticks: number;

  constructor(ticks: number) {
    this.#ticks = ticks;
  }

  get isIdle(): boolean {
    return this.fed.length >= this.#ticks;
  }

  feed(now: number): void {
    this.fed.push(now);
  }
}

const unbroken = (error: unknown): void => {
  throw new Error('no player breaks here', { cause: error });
};

test('feeds each player every 20 ms until it is idle, and then stands still', () => {
  const pacer = new Pacer();
  const [short, long] = [new Player(2), new Player(4)];
  pacer.run(short, unbroken);
  pacer.run(long, unbroken);
  jest.advanceTimersByTime(1_000);
  expect([short.fed.length, long.fed.length]).toEqual([2, 4]);
  expect(long.fed.map((now) => now - (long.fed[0] ?? 0))).toEqual([0, 20, 40, 60]);
  expect(jest.getTimerCount()).toBe(0);
});

test('one clock serves all, and a player that is already run is fed once a tick', () => {
  const pacer = new Pacer();
  const player = new Player(3);
  pacer.run(player, unbroken);
  pacer.run(player, unbroken);
  expect(jest.getTimerCount()).toBe(1);
  jest.advanceTimersByTime(20);
  expect(player.fed).toHaveLength(1);
  pacer.stop();
});

test('a player that is not due is left alone until it is', () => {
  const pacer = new Pacer();
  const player = new Player(2);
  player.dueAt = Infinity;
  pacer.run(player, unbroken);
  jest.advanceTimersByTime(1_000);
  expect(player.fed).toEqual([]);
  player.dueAt = performance.now() + 50;
  jest.advanceTimersByTime(40);
  expect(player.fed).toEqual([]);
  jest.advanceTimersByTime(20);
  expect(player.fed).toHaveLength(1);
  pacer.stop();
});

test('feeds a handful in one go, so that what a caller says is not read after the audio of everybody else', () => {
  const pacer = new Pacer();
  const players = Array.from({ length: 30 }, () => new Player(2));
  const fed = (): number => players.filter((player) => player.fed.length > 0).length;
  for (const player of players) pacer.run(player, unbroken);
  jest.advanceTimersToNextTimer();
  expect(fed()).toBe(12);
  for (const later of players.slice(12, 14)) later.dueAt = Infinity;
  jest.advanceTimersToNextTimer();
  expect(fed()).toBe(22);
  jest.advanceTimersToNextTimer();
  expect(players.map((player) => player.fed.length > 0)).toEqual(players.map((_, at) => at !== 12 && at !== 13));
  pacer.stop();
});

test('starts again for the next answer', () => {
  const pacer = new Pacer();
  pacer.run(new Player(1), unbroken);
  jest.advanceTimersByTime(100);
  const next = new Player(1);
  pacer.run(next, unbroken);
  jest.advanceTimersByTime(100);
  expect(next.fed).toHaveLength(1);
});

test('stopped, it feeds nobody and leaves no timer', () => {
  const pacer = new Pacer();
  const player = new Player(5);
  pacer.run(player, unbroken);
  pacer.stop();
  jest.advanceTimersByTime(1_000);
  expect(player.fed).toEqual([]);
  expect(jest.getTimerCount()).toBe(0);
});

test('a player that breaks is told of and fed no more; the others are not disturbed', () => {
  const pacer = new Pacer();
  const broken: unknown[] = [];
  const fault = new Error('the socket is broken');
  const bad: Paced = {
    isIdle: false,
    dueAt: 0,
    feed: () => {
      throw fault;
    },
  };
  const good = new Player(3);
  pacer.run(bad, (error) => void broken.push(error));
  pacer.run(good, unbroken);
  jest.advanceTimersByTime(1_000);
  expect(broken).toEqual([fault]);
  expect(good.fed).toHaveLength(3);
  expect(jest.getTimerCount()).toBe(0);
});
