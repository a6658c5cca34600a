import { parse } from 'yaml';
import type { RecordedFact } from '../../src/call/replay.ts';
import { scriptOfCall } from '../../src/call/script-of-call.ts';
import { testOfCall } from '../../src/cli/replay/test-of-call.ts';
import { callScript } from '../../src/practice/script/call-script.ts';

const record: RecordedFact[] = [
  { type: 'call.began', given: [] },
  { type: 'caller.startedSpeaking', itemId: 'a', given: ['cmd.clearPlayback'] },
  { type: 'caller.said', itemId: 'a', text: 'אפשר תור?', words: 2, confidence: -0.1, given: [] },
  { type: 'parser.understood', request: 1, action: 'ask', date: '2026-12-01', time: null, given: [] },
  { type: 'caller.pressedKey', key: '0', given: [] },
  { type: 'caller.pressedKey', key: '5', given: [] },
  { type: 'phone.hungUp', given: [] },
].map((fact, seq) => ({ seq, ms: seq * 100, fact }));

test('a recorded call becomes a script: words, meaning, keys, where the caller cut in', () => {
  const script = parse(scriptOfCall('CA1', record)) as unknown;
  expect(script).toEqual({
    title: 'recorded call CA1',
    steps: [
      { say: 'אפשר תור?', overMs: 300, confidence: -0.1, means: { action: 'ask', date: '2026-12-01' } },
      { press: '05' },
      { hangUp: true },
    ],
  });
  expect(callScript.safeParse(script).success).toBe(true);
});

test('a recorded call becomes a test with its whole record in it', () => {
  const written = testOfCall('CA1', record);
  expect(written).toContain("test('the call CA1 is the same call today'");
  expect(JSON.parse(/const record = (\[[\s\S]*\]);/.exec(written)?.[1] ?? '')).toEqual(record);
});
