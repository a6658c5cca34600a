const RATE = 48_000;
const SECONDS = 12;
const SPEAKS_MS = 1_500;
const PERIOD_MS = 4_000;

/** A WAV file, 48 kHz mono: a loud tone for a second and a half of every four. */
export function toneBursts(): Buffer {
  const samples = RATE * SECONDS;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1) {
    const ms = ((at / RATE) * 1000) % PERIOD_MS;
    const loudness = ms > 1_000 && ms < 1_000 + SPEAKS_MS ? 14_000 : 0;
    file.writeInt16LE(Math.round(loudness * Math.sin((2 * Math.PI * 330 * at) / RATE)), 44 + at * 2);
  }
  return file;
}
