import { SilencePadding } from '../../../src/transport/twilio/silence-padding.ts';

/** Frames of 20 ms from here to there, each in its time. */
function fed(from: number, until: number): SilencePadding {
  const padding = new SilencePadding(0);
  for (let at = from; at < until; at += 20) padding.beforeFrame(at, 20, at);
  return padding;
}

describe('before a frame', () => {
  test('in its place there is no silence', () => {
    expect(fed(0, 100).beforeFrame(100, 20, 100)).toBe(0);
  });

  test('that is a few milliseconds off there is none either', () => {
    expect(fed(0, 100).beforeFrame(115, 20, 115)).toBe(0);
    expect(fed(0, 100).beforeFrame(95, 20, 95)).toBe(0);
  });

  test('after a hole there is as much silence as is missing, once', () => {
    const padding = fed(0, 100);
    expect(padding.beforeFrame(300, 20, 300)).toBe(200);
    expect(padding.beforeFrame(320, 20, 320)).toBe(0);
  });

  test.each([80, 40, 0])('that repeats or goes back to %d ms the frame itself is dropped', (timestampMs) => {
    const padding = fed(0, 100);
    expect(padding.beforeFrame(timestampMs, 20, 100)).toBeNull();
    expect(padding.beforeFrame(100, 20, 100)).toBe(0);
  });

  test('after an endless hole there are ten seconds of silence and no more', () => {
    const padding = fed(0, 100);
    expect(padding.beforeFrame(3_600_000, 20, 200)).toBe(10_000);
    expect(padding.beforeFrame(3_600_020, 20, 220)).toBe(0);
  });

  test('that is the first and comes late there is the silence since the stream began', () => {
    expect(new SilencePadding(0).beforeFrame(500, 20, 500)).toBe(500);
  });
});

describe('while no frame comes', () => {
  test('nothing is fed for 750 ms, and from then on all that is missing', () => {
    const padding = fed(0, 100);
    expect(padding.whileMute(80 + 749)).toBe(0);
    expect(padding.whileMute(80 + 750)).toBe(750);
    expect(padding.whileMute(80 + 1_000)).toBe(0);
    expect(padding.whileMute(80 + 1_500)).toBe(750);
  });

  test('never more than ten seconds are fed at once', () => {
    const padding = fed(0, 100);
    expect(padding.whileMute(60_080)).toBe(10_000);
  });

  test('silence that was fed is not fed again when frames come back', () => {
    const padding = fed(0, 100);
    expect(padding.whileMute(880)).toBe(800);
    expect(padding.beforeFrame(900, 20, 900)).toBe(0);
  });

  test('what was missing beyond it is fed before the frame that comes back', () => {
    const padding = fed(0, 100);
    expect(padding.whileMute(880)).toBe(800);
    expect(padding.beforeFrame(1_300, 20, 1_300)).toBe(400);
  });
});
