import { startService } from '../../../src/cli/bench/contestants.ts';
import { figuresOf } from '../../../src/cli/bench/figures.ts';
import { measure } from '../../../src/cli/bench/measure.ts';

test('two calls of the bench are answered, cut in and lose nothing', async () => {
  const figures = figuresOf(await measure(startService, { calls: 2, seconds: 4, warmUpMs: 500 }));
  const { lostFrames, strangeFrames, errors, droppedCalls, neverCleared, unanswered, staleMs } = figures;
  expect({ lostFrames, strangeFrames, errors, droppedCalls, neverCleared, unanswered, staleMs }).toEqual({
    lostFrames: 0,
    strangeFrames: 0,
    errors: 0,
    droppedCalls: 0,
    neverCleared: 0,
    unanswered: 0,
    staleMs: 0,
  });
  expect(figures.interruptions).toBeGreaterThan(0);
}, 60_000);
