import { piecesOf } from '../../src/speech/pieces.ts';

const sound = (bytes: number): string => Buffer.alloc(bytes, 0x55).toString('base64');

test.each([
  ['20 ms', 160],
  ['an odd number of bytes', 161],
  ['two bytes over a group of three', 170],
  ['120 ms', 960],
])('%s is passed on to the letter', (_name, bytes) => {
  expect(piecesOf(sound(bytes))).toEqual([{ payload: sound(bytes), ms: bytes / 8 }]);
});

test('one byte more than 120 ms is cut after 100 ms', () => {
  expect(piecesOf(sound(961))).toEqual([
    { payload: sound(800), ms: 100 },
    { payload: sound(161), ms: 161 / 8 },
  ]);
});

test('a whole number of pieces leaves no empty one', () => {
  expect(piecesOf(sound(2_400)).map(({ ms }) => ms)).toEqual([100, 100, 100]);
});

test.each(['', '='])('«%s» is no audio', (payload) => {
  expect(piecesOf(payload)).toEqual([]);
});
