import { decodeSample, encodeSample, loudness } from '../../../src/practice/audio/mu-law.ts';
import { babbleFrame } from '../../../src/practice/audio/babble.ts';

test('encodes the corner values of G.711', () => {
  expect([0, 32_635, -32_635, 1000, -1000].map(encodeSample)).toEqual([0xff, 0x80, 0x00, 0xce, 0x4e]);
});

test('every byte survives decoding and encoding again', () => {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 0x7f);
  expect(bytes.map((byte) => encodeSample(decodeSample(byte)))).toEqual(bytes);
});

test('silence is quiet and babble is loud in every frame', () => {
  expect(loudness(Buffer.alloc(160, 0xff))).toBe(0);
  const frames = Array.from({ length: 50 }, (_, index) => index);
  for (const voice of ['caller', 'model', 'noise'] as const) {
    expect(Math.min(...frames.map((frame) => loudness(babbleFrame(voice, frame))))).toBeGreaterThan(700);
  }
});
