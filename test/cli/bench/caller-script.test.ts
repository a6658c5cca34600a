import { CallerScript } from '../../../src/cli/bench/caller-script.ts';

function play(firstManner: number) {
  const heard: string[] = [];
  const script = new CallerScript(
    { speakAtMs: 1000, firstManner },
    {
      startsSpeaking: (manner) => heard.push(`speaks ${script.turn}: ${manner}`),
      stopsSpeaking: () => heard.push('quiet'),
      givesUp: () => heard.push('gives up'),
    },
  );
  return { script, heard };
}

/** The caller has asked and is answered at 2500; the answer plays until 6500. */
function answered(firstManner: number) {
  const played = play(firstManner);
  for (const nowMs of [999, 1000, 1799, 1800]) played.script.advance(nowMs, 0);
  played.script.answered(2500);
  return played;
}

describe('a caller of the bench', () => {
  test('speaks for 0.8 s and then waits', () => {
    const { script, heard } = play(0);
    const speaking = [999, 1000, 1799, 1800].map((nowMs) => {
      script.advance(nowMs, 0);
      return script.isSpeaking;
    });
    expect(speaking).toEqual([false, true, true, false]);
    expect(heard).toEqual(['speaks 1: hearsOut', 'quiet']);
  });

  test.each([
    { firstManner: 0, quietUntil: 2899, speaksAt: 2900, manner: 'cutsEarly' },
    { firstManner: 1, quietUntil: 4499, speaksAt: 4500, manner: 'cutsLate' },
    { firstManner: 2, quietUntil: 6999, speaksAt: 7000, manner: 'hearsOut' },
  ])('goes on at $speaksAt where it $manner', ({ firstManner, quietUntil, speaksAt, manner }) => {
    const { script, heard } = answered(firstManner);
    script.advance(quietUntil, 6500);
    expect(script.isSpeaking).toBe(false);
    script.advance(speaksAt, 6500);
    expect(heard.slice(2)).toEqual([`speaks 2: ${manner}`]);
  });

  test('takes the three manners in turn', () => {
    const { script, heard } = play(0);
    let answeredAt = 0;
    for (let nowMs = 0; nowMs < 20_000; nowMs += 10) {
      script.advance(nowMs, answeredAt + 4000);
      if (heard.at(-1) === 'quiet' && script.answered(nowMs) === 'awaited') answeredAt = nowMs;
    }
    const manners = heard.filter((line) => line.startsWith('speaks')).map((line) => line.split(': ')[1]);
    expect(manners.slice(1, 5)).toEqual(['cutsEarly', 'cutsLate', 'hearsOut', 'cutsEarly']);
  });

  test('gives up after 4 s without an answer and asks again', () => {
    const { script, heard } = play(0);
    for (const nowMs of [1000, 1800, 5799, 5800]) script.advance(nowMs, 0);
    expect(heard.slice(2)).toEqual(['gives up', 'speaks 2: hearsOut']);
  });

  test('takes an answer it did not wait for as no answer', () => {
    const { script } = play(0);
    script.advance(1000, 0);
    expect(script.answered(1100)).toBe('unasked');
    script.advance(1800, 0);
    expect([script.answered(1900), script.answered(1950)]).toEqual(['awaited', 'unasked']);
  });
});
