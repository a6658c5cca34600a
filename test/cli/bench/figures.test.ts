import { figureLines } from '../../../src/cli/bench/figures-table.ts';
import { figuresOf } from '../../../src/cli/bench/figures.ts';
import type { Measurement } from '../../../src/cli/bench/measure.ts';

const span = (median: number) => ({ count: 10, median, p99: median * 2, worst: median * 3 });

const cut = { call: 1, turn: 2, answer: 4, spokenUs: 0, clearedUs: 11_500, heardMs: 400, staleMs: 0 };
const uncleared = { ...cut, turn: 3, clearedUs: null, heardMs: null };
const unheard = { ...cut, turn: 9, staleMs: 500 };
const stale = { ...cut, call: 0, clearedUs: 10_500, heardMs: 2000, staleMs: 100 };

const measurement: Measurement = {
  seconds: 30,
  cpuSeconds: 5,
  idleMiB: 100,
  mostMiB: 140,
  ownCpus: 0.2,
  otherCpus: 0,
  phones: {
    connected: 20,
    live: 10,
    framesSent: 15_000,
    unanswered: 1,
    strayMessages: 2,
    answerStart: span(600),
    interruptions: [cut, uncleared, unheard, stale],
  },
  model: {
    framesHeard: 14_990,
    framesLost: 10,
    framesOfOthers: 1,
    frameLatency: span(0.2),
    errors: { invalid_value: 2, response_cancel_not_active: 1 },
    interruptions: [
      { call: 1, turn: 2, startedUs: 10_000, truncation: { answer: 4, audioEndMs: 397 } },
      { call: 1, turn: 3, startedUs: 10_000, truncation: null },
      { call: 0, turn: 2, startedUs: 10_000, truncation: { answer: 3, audioEndMs: 1 } },
    ],
  },
};

describe('the figures of a server', () => {
  test('join what the phones and the model saw of each interruption', () => {
    expect(figuresOf(measurement)).toEqual({
      cpuPerCallMinute: 1,
      memoryPerCallMiB: 2,
      frameLatency: span(0.2),
      interruptions: 3,
      bargeIn: { count: 2, median: 0.5, p99: 1.5, worst: 1.5 },
      neverCleared: 1,
      truncationError: { count: 1, median: 3, p99: 3, worst: 3 },
      staleMs: 100,
      answerStart: span(600),
      unanswered: 1,
      lostFrames: 10,
      strangeFrames: 3,
      errors: 3,
      droppedCalls: 10,
    });
  });

  test('say that nothing was measured where the system does not tell', () => {
    const { cpuPerCallMinute, memoryPerCallMiB } = figuresOf({ ...measurement, cpuSeconds: null, idleMiB: null });
    expect([cpuPerCallMinute, memoryPerCallMiB]).toEqual([null, null]);
  });
});

describe('the table', () => {
  const relay = { ...figuresOf(measurement), cpuPerCallMinute: 0.5, truncationError: null };
  const lines = figureLines({ service: figuresOf(measurement), relay });
  const cellsOf = (name: string) => lines.find((line) => line.startsWith(name))?.split(/ {3,}/u);

  test('shows both servers and the ratio', () => {
    expect(cellsOf('CPU')).toEqual(['CPU seconds per call-minute', '1.000', '0.500', '2.00×']);
    expect(cellsOf('frames lost')).toEqual(['frames lost', '10', '10']);
  });

  test('shows a dash where nothing was measured', () => {
    expect(cellsOf('barge-in: truncation error, p99')).toEqual(['barge-in: truncation error, p99, ms', '3.00', '–']);
  });
});
