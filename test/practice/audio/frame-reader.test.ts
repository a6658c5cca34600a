import fc from 'fast-check';
import { babbleFrame } from '../../../src/practice/audio/babble.ts';
import { FrameReader } from '../../../src/practice/audio/frame-reader.ts';
import type { FrameMark } from '../../../src/practice/audio/watermark.ts';
import { readMark, writeMark } from '../../../src/practice/audio/watermark.ts';

function mark(frame: number): FrameMark {
  const letters = Buffer.from('שלום').subarray(0, 7);
  return { speaker: 'model', speech: 513, item: 2, frame, word: 4, wordFrames: 12, wordFrame: 3, letters };
}

function stream(frames: number): Buffer {
  return Buffer.concat(
    Array.from({ length: frames }, (_, frame) => writeMark(babbleFrame('model', frame), mark(frame))),
  );
}

test('a mark is read back as it was written, and changes no byte by more than its lowest bit', () => {
  const plain = babbleFrame('model', 7);
  const marked = writeMark(Buffer.from(plain), mark(7));
  expect(readMark(marked, 0)).toEqual(mark(7));
  expect([...marked].every((byte, index) => (byte ^ (plain[index] ?? 0)) <= 1)).toBe(true);
});

test('a damaged mark is no mark', () => {
  const marked = writeMark(babbleFrame('caller', 0), mark(0));
  marked[100] = (marked[100] ?? 0) ^ 1;
  expect(readMark(marked, 0)).toBeNull();
});

test('frames are found however the bytes are regrouped', () => {
  const audio = stream(6);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 }), (sizes) => {
      const reader = new FrameReader();
      const found: (number | null)[] = [];
      let at = 0;
      for (const size of [...sizes, audio.length]) {
        for (const piece of reader.push(audio.subarray(at, at + size))) found.push(piece.mark?.frame ?? null);
        at += size;
      }
      expect(found).toEqual([0, 1, 2, 3, 4, 5]);
    }),
  );
});

test('frames are found again after a cut in the middle of one', () => {
  const audio = stream(3);
  const reader = new FrameReader();
  const pieces = reader.push(Buffer.concat([audio.subarray(0, 200), audio.subarray(320)]));
  expect(pieces.map((piece) => [piece.mark?.frame ?? null, piece.audio.length, piece.fromByte])).toEqual([
    [0, 160, 0],
    [null, 40, 160],
    [2, 160, 200],
  ]);
});

test('audio without marks passes in pieces of at most 20 ms', () => {
  const reader = new FrameReader();
  const lengths = reader.push(Buffer.alloc(500, 0xff)).map((piece) => piece.audio.length);
  expect(lengths).toEqual([160, 160, 21]);
});
