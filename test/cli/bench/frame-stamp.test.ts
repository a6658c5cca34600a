import { readStamp, stampFrame, StampReader } from '../../../src/cli/bench/frame-stamp.ts';
import { nowUs } from '../../../src/cli/bench/monotonic-clock.ts';
import { babbleFrame } from '../../../src/practice/audio/babble.ts';
import { loudness } from '../../../src/practice/audio/mu-law.ts';

const stampOf = (frame: number) => ({ call: 299, speech: 3, frame, sentUs: 1_234_567_890_123 });

function stamped(frame: number): Buffer {
  const audio = babbleFrame('caller', frame);
  stampFrame(audio, 0, stampOf(frame));
  return audio;
}

describe('the stamp of a frame', () => {
  test('is read as it was written', () => {
    expect(readStamp(stamped(70_000), 0)).toEqual(stampOf(70_000));
  });

  test('has room for the time of a machine that runs for years', () => {
    const audio = Buffer.alloc(160, 0xff);
    const stamp = { call: 0, speech: 0, frame: 0, sentUs: nowUs() + 1e14 };
    stampFrame(audio, 0, stamp);
    expect(readStamp(audio, 0)).toEqual(stamp);
  });

  test('leaves speech as loud as it was and silence silent', () => {
    const silence = Buffer.alloc(160, 0xff);
    stampFrame(silence, 0, stampOf(1));
    expect(Math.abs(loudness(stamped(5)) - loudness(babbleFrame('caller', 5)))).toBeLessThan(100);
    expect(loudness(silence)).toBeLessThan(10);
  });

  test('is not seen in audio that was not stamped, nor where a byte was changed', () => {
    const changed = stamped(1);
    changed[40] = (changed[40] ?? 0) ^ 1;
    expect([readStamp(babbleFrame('caller', 1), 0), readStamp(changed, 0)]).toEqual([null, null]);
  });

  test('is found in audio that was regrouped, and after audio that was cut off', () => {
    const reader = new StampReader();
    const audio = Buffer.concat([stamped(1), stamped(2).subarray(0, 75), stamped(3), stamped(4)]);
    const found = [audio.subarray(0, 100), audio.subarray(100, 101), audio.subarray(101)].map((chunk) =>
      reader.push(chunk).map(({ frame }) => frame),
    );
    expect(found).toEqual([[], [], [1, 3, 4]]);
  });
});
