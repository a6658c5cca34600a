const BIAS = 132;
const LOUDEST = 32_635;
const SIGN = 0x80;

export const BYTES_PER_MS = 8;
export const SILENCE_BYTE = 0xff;

/** G.711 mu-law: one linear 16-bit sample to one byte. */
export function encodeSample(sample: number): number {
  const sign = sample < 0 ? SIGN : 0;
  const magnitude = Math.min(LOUDEST, Math.abs(Math.round(sample))) + BIAS;
  const segment = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  const step = (magnitude >> (segment + 3)) & 0x0f;
  return ~(sign | (segment << 4) | step) & 0xff;
}

/** G.711 mu-law: one byte to one linear 16-bit sample. */
export function decodeSample(byte: number): number {
  const inverted = ~byte & 0xff;
  const segment = (inverted >> 4) & 0x07;
  const magnitude = ((((inverted & 0x0f) << 3) + BIAS) << segment) - BIAS;
  return (inverted & SIGN) === 0 ? magnitude : -magnitude;
}

const MAGNITUDES = Float64Array.from({ length: 256 }, (_, byte) => Math.abs(decodeSample(byte)));

/** Mean absolute amplitude (0 to 32,124) of a stretch of mu-law audio. */
export function loudness(audio: Uint8Array): number {
  if (audio.length === 0) return 0;
  let sum = 0;
  for (const byte of audio) sum += MAGNITUDES[byte] ?? 0;
  return sum / audio.length;
}
