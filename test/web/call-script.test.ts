import { describe, expect, test } from '@jest/globals';
import { readScriptText } from '../../src/practice/script/read-script.ts';
import { callScript } from '../../web/src/pages/call/call-script.ts';

const story = {
  session: { callSid: 'CA1', from: '+972501234567', startedAt: '2026-11-27T20:00:00Z' },
  timeline: [
    { seq: 0, ms: 0, fact: { type: 'call.began' } },
    { seq: 1, ms: 1100, fact: { type: 'caller.said', text: 'שלום, מדברת דנה "לוי"' } },
    { seq: 2, ms: 1300, fact: { type: 'parser.understood', action: 'ask', name: 'דנה לוי', date: null, time: null } },
    { seq: 3, ms: 5000, fact: { type: 'caller.pressedKey', key: '5' } },
    { seq: 4, ms: 9000, fact: { type: 'caller.said', text: 'תודה' } },
    { seq: 5, ms: 9900, fact: { type: 'phone.hungUp' } },
  ],
};

describe('a call copied as a script', () => {
  test('is a script that can be played again, with what was said, meant and pressed', () => {
    const { caller, steps } = readScriptText(callScript(story), 'copied.yaml');
    expect(caller.from).toBe('+972501234567');
    expect(steps).toMatchObject([
      { atMs: 1100, say: 'שלום, מדברת דנה "לוי"', means: { action: 'ask', name: 'דנה לוי' } },
      { atMs: 5000, press: '5' },
      { atMs: 9000, say: 'תודה' },
      { atMs: 9900, hangUp: true },
    ]);
  });
});
