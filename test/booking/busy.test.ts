import { joinBusy, overlaps } from '../../src/booking/busy.ts';

const NOWHERE = { from: 0, until: 0 };
const noBuffers = { bufferBeforeMin: 0, bufferAfterMin: 0 };
const ranges = (...pairs: [number, number][]) => pairs.map(([from, until]) => ({ from, until }));

describe('busy ranges', () => {
  test.each([
    ['touch', ranges([0, 10], [10, 20]), false],
    ['share an instant', ranges([0, 11], [10, 20]), true],
    ['hold one another', ranges([0, 30], [10, 20]), true],
    ['are apart', ranges([0, 5], [10, 20]), false],
    ['lie one empty in the other', ranges([15, 15], [10, 20]), false],
  ])('that %s', (_how, [one = NOWHERE, other = NOWHERE], expected) => {
    expect(overlaps(one, other)).toBe(expected);
    expect(overlaps(other, one)).toBe(expected);
  });

  test('are sorted and joined, and the given list stays as it was', () => {
    const given = ranges([50, 60], [0, 10], [10, 20], [5, 8], [70, 70], [90, 80]);
    const before = structuredClone(given);
    expect(joinBusy(given, noBuffers)).toEqual(ranges([0, 20], [50, 60]));
    expect(given).toEqual(before);
  });

  test('are widened by the buffers of the new appointment, the other way round', () => {
    const given = ranges([600_000, 1_200_000]);
    expect(joinBusy(given, { bufferBeforeMin: 1, bufferAfterMin: 2 })).toEqual(ranges([480_000, 1_260_000]));
  });
});
