import { piecesOf } from '../../src/speech/pieces.ts';

const sound = (bytes: number): Buffer => Buffer.from(Buffer.alloc(bytes, 0x55).toString('base64'));

test.each([
  ['20 ms', 160],
  ['an odd number of bytes', 161],
  ['two bytes over a group of three', 170],
  ['120 ms', 960],
])('%s is passed on to the letter', (_name, bytes) => {
  expect(piecesOf(sound(bytes))).toEqual([{ payload: sound(bytes), ms: bytes / 8 }]);
});

test('one byte more than 120 ms is cut after 120 ms', () => {
  expect(piecesOf(sound(961))).toEqual([
    { payload: sound(960), ms: 120 },
    { payload: sound(1), ms: 1 / 8 },
  ]);
});

test('a whole number of pieces leaves no empty one', () => {
  expect(piecesOf(sound(2_880)).map(({ ms }) => ms)).toEqual([120, 120, 120]);
});

test('the pieces are the audio, byte for byte', () => {
  const audio = Buffer.from(Array.from({ length: 5_000 }, (_, at) => at % 251));
  const pieces = piecesOf(Buffer.from(audio.toString('base64')));
  expect(Buffer.concat(pieces.map(({ payload }) => Buffer.from(String(payload), 'base64')))).toEqual(audio);
});

test.each(['', '='])('«%s» is no audio', (payload) => {
  expect(piecesOf(Buffer.from(payload))).toEqual([]);
});
