import { encodeSample } from './mu-law.ts';

const SAMPLES_PER_SECOND = 8000;

export type Voice = 'caller' | 'model' | 'noise';

const PITCH_HZ: Record<Exclude<Voice, 'noise'>, number> = { caller: 196, model: 131 };
const OVERTONES = [1, 0.6, 0.45, 0.3, 0.18, 0.1] as const;

function voicedSample(second: number, pitchHz: number): number {
  const phase = 2 * Math.PI * pitchHz * second + 1.5 * Math.sin(2 * Math.PI * 2 * second);
  const timbre = OVERTONES.reduce((sum, gain, index) => sum + gain * Math.sin((index + 1) * phase), 0);
  const syllables = 0.7 + 0.3 * Math.sin(2 * Math.PI * 5 * second);
  return 3600 * timbre * syllables;
}

function hiss(): () => number {
  let state = 0x2545f491;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 0xffffffff - 0.5) * 7000;
  };
}

function secondOf(voice: Voice): Uint8Array {
  const noise = hiss();
  return Uint8Array.from({ length: SAMPLES_PER_SECOND }, (_, index) =>
    encodeSample(voice === 'noise' ? noise() : voicedSample(index / SAMPLES_PER_SECOND, PITCH_HZ[voice])),
  );
}

const SECONDS: Record<Voice, Uint8Array> = {
  caller: secondOf('caller'),
  model: secondOf('model'),
  noise: secondOf('noise'),
};

/** One 20 ms frame (160 mu-law bytes) of a steady synthetic voice; frames of successive numbers join without a click. */
export function babbleFrame(voice: Voice, frameNumber: number): Buffer {
  const from = (frameNumber % 50) * 160;
  return Buffer.from(SECONDS[voice].subarray(from, from + 160));
}
