import { describe, expect, test } from '@jest/globals';
import { decodeMuLaw, encodeMuLaw } from '../../web/src/pages/talk/phone/mu-law.ts';
import { Resampler } from '../../web/src/pages/talk/phone/resampler.ts';

const tone = (hertz: number, { rate, seconds }: { rate: number; seconds: number }): Float32Array =>
  Float32Array.from({ length: rate * seconds }, (_, at) => 0.5 * Math.sin((2 * Math.PI * hertz * at) / rate));

const loudness = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

/** In blocks as the audio thread gives them. */
function resampled(samples: Float32Array, { from, to }: { from: number; to: number }): Float32Array {
  const resampler = new Resampler(from, to);
  const made: number[] = [];
  for (let at = 0; at < samples.length; at += 1024) made.push(...resampler.push(samples.subarray(at, at + 1024)));
  return Float32Array.from(made);
}

describe('the sound of the browser phone', () => {
  test.each([
    [0, 0xff],
    [1, 0x80],
    [-1, 0x00],
    [0.5, 0x8f],
  ])('writes %d as the mu-law byte of G.711', (sample, byte) => {
    expect(encodeMuLaw(Float32Array.of(sample))[0]).toBe(byte);
  });

  test('comes back from mu-law close to what it was', () => {
    const spoken = tone(440, { rate: 8_000, seconds: 0.1 });
    const heard = decodeMuLaw(encodeMuLaw(spoken));
    expect(Math.max(...spoken.map((sample, at) => Math.abs(sample - (heard[at] ?? 0))))).toBeLessThan(0.02);
  });

  test.each([44_100, 48_000, 16_000])('takes a voice from %d Hz to the wire, as loud and as long', (rate) => {
    const wire = resampled(tone(1_000, { rate, seconds: 1 }), { from: rate, to: 8_000 });
    expect(wire.length).toBeGreaterThan(7_900);
    expect(wire.length).toBeLessThanOrEqual(8_000);
    expect(loudness(wire)).toBeCloseTo(0.5 / Math.SQRT2, 2);
  });

  test('lets nothing fold back that the wire cannot carry', () => {
    const wire = resampled(tone(6_000, { rate: 48_000, seconds: 1 }), { from: 48_000, to: 8_000 });
    expect(loudness(wire.subarray(200))).toBeLessThan(0.01);
  });

  test('plays the wire on a device of 48 kHz', () => {
    const played = resampled(tone(1_000, { rate: 8_000, seconds: 1 }), { from: 8_000, to: 48_000 });
    expect(played.length).toBeGreaterThan(47_000);
    expect(loudness(played)).toBeCloseTo(0.5 / Math.SQRT2, 2);
  });
});
