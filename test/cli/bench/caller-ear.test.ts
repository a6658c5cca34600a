import { CallerEar } from '../../../src/cli/bench/caller-ear.ts';
import { stampFrame } from '../../../src/cli/bench/frame-stamp.ts';
import { UpstreamTally } from '../../../src/cli/bench/upstream-tally.ts';

function listening() {
  const heard: string[] = [];
  const tally = new UpstreamTally();
  const ear = new CallerEar(tally, {
    started: (ms) => heard.push(`started ${ms}`),
    stopped: (ms) => heard.push(`stopped ${ms}`),
  });
  const hear = (frame: number, speech: number, call = 7): void => {
    const audio = Buffer.alloc(160, 0xff);
    stampFrame(audio, 0, { call, speech, frame, sentUs: 0 });
    ear.hear(audio);
  };
  return { ear, heard, hear, tally };
}

describe('the ear of the bench', () => {
  test('tells of speech with the padding before it and the silence after it, as the realtime API does', () => {
    const { heard, hear } = listening();
    for (let frame = 0; frame < 100; frame++) hear(frame, frame >= 20 && frame < 60 ? 1 : 0);
    expect(heard).toEqual(['started 100', 'stopped 1700']);
  });

  test('hears one stretch where the caller pauses shorter than the silence', () => {
    const { heard, hear } = listening();
    for (let frame = 0; frame < 100; frame++) hear(frame, frame % 20 < 10 ? 1 : 0);
    expect(heard).toEqual(['started 0']);
  });

  test('counts frames, those that were lost and those of another call', () => {
    const { hear, tally, heard } = listening();
    for (const frame of [0, 1, 5]) hear(frame, 0);
    hear(6, 1, 8);
    const { framesHeard, framesLost, framesOfOthers, interruptions } = tally.report();
    expect({ framesHeard, framesLost, framesOfOthers, interruptions, heard }).toEqual({
      framesHeard: 3,
      framesLost: 3,
      framesOfOthers: 1,
      interruptions: [],
      heard: [],
    });
  });
});
