import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { keepOpen } from '../../web/src/api/steady-source.ts';

const [CONNECTING, OPEN, CLOSED] = [0, 1, 2];

/** As a browser's `EventSource` behaves by its specification. */
class ScriptedSource {
  readyState = CONNECTING;
  readonly #hear = { open: () => undefined as void, error: () => undefined as void };

  addEventListener(name: 'open' | 'error', hear: () => void): void {
    this.#hear[name] = hear;
  }

  answers(): void {
    this.readyState = OPEN;
    this.#hear.open();
  }

  isCut(): void {
    this.readyState = CONNECTING;
    this.#hear.error();
  }

  answersWithoutStream(): void {
    this.readyState = CLOSED;
    this.#hear.error();
  }

  close(): void {
    this.readyState = CLOSED;
  }
}

function kept() {
  const sources: ScriptedSource[] = [];
  const told: string[] = [];
  const end = keepOpen({
    open() {
      const source = new ScriptedSource();
      sources.push(source);
      return source;
    },
    opened: () => told.push('opened'),
    lost: () => told.push('lost'),
    refused: () => told.push('refused'),
  });
  const newest = (): ScriptedSource => {
    const source = sources.at(-1);
    if (source === undefined) throw new Error('nothing was opened');
    return source;
  };
  return { sources, told, end, newest };
}

describe('a line of server-sent events', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('is left to the browser where it was only cut', () => {
    const { sources, told, newest } = kept();
    newest().answers();
    newest().isCut();
    jest.advanceTimersByTime(60_000);
    newest().answers();
    expect(sources).toHaveLength(1);
    expect(told).toEqual(['opened', 'lost', 'opened']);
  });

  test('is opened anew where the browser gave up, after twice the wait each time and half a minute at most', () => {
    const { sources, told, newest } = kept();
    for (const waitMs of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      newest().answersWithoutStream();
      const before = sources.length;
      jest.advanceTimersByTime(waitMs - 1);
      expect(sources).toHaveLength(before);
      jest.advanceTimersByTime(1);
      expect(sources).toHaveLength(before + 1);
    }
    expect(told.slice(0, 4)).toEqual(['lost', 'refused', 'lost', 'refused']);
    newest().answers();
    newest().answersWithoutStream();
    jest.advanceTimersByTime(1_000);
    expect(sources).toHaveLength(9);
  });

  test('is over when its reader leaves, open or waiting', () => {
    const open = kept();
    open.newest().answers();
    open.end();
    expect(open.newest().readyState).toBe(CLOSED);
    const waiting = kept();
    waiting.newest().answersWithoutStream();
    waiting.end();
    jest.advanceTimersByTime(60_000);
    expect(waiting.sources).toHaveLength(1);
  });
});
