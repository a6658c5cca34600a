const BIAS = 0x84;
const CLIP = 32_635;

/** One sample, −1 to 1, as a G.711 mu-law byte. */
function encodeSample(sample: number): number {
  const linear = Math.max(-CLIP, Math.min(CLIP, Math.round(sample * 32_767)));
  const sign = linear < 0 ? 0x80 : 0;
  const magnitude = Math.abs(linear) + BIAS;
  const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

const decoded = Float32Array.from({ length: 256 }, (_, byte) => {
  const bits = ~byte & 0xff;
  const exponent = (bits >> 4) & 0x07;
  const magnitude = ((((bits & 0x0f) << 3) + BIAS) << exponent) - BIAS;
  return ((bits & 0x80) === 0 ? magnitude : -magnitude) / 32_768;
});

export const encodeMuLaw = (samples: Float32Array): Uint8Array => Uint8Array.from(samples, encodeSample);
export const decodeMuLaw = (bytes: Uint8Array): Float32Array => Float32Array.from(bytes, (byte) => decoded[byte] ?? 0);
