import { createFreePracticeBrain } from '../../../src/practice/brain/free-practice-brain.ts';
import type { PracticeModel } from '../../../src/practice/model/practice-model.ts';
import { startPracticeModel } from '../../../src/practice/model/practice-model.ts';
import { heardText } from '../../../src/practice/phone/heard-truth.ts';
import { LoopbackPhone } from '../../../src/practice/phone/loopback-phone.ts';
import type { TimedPhoneNews } from '../../../src/practice/phone/phone-news.ts';
import type { TinyBridge } from '../support/tiny-bridge.ts';
import { startTinyBridge } from '../support/tiny-bridge.ts';

const GREETING = 'שלום, במה אפשר לעזור לך היום?';

let model: PracticeModel;
let bridge: TinyBridge;
let phone: LoopbackPhone;
let news: TimedPhoneNews[];
const waiting = new Set<() => void>();

beforeEach(async () => {
  const brain = { ...createFreePracticeBrain(), answer: () => ({ items: [GREETING] }) };
  model = await startPracticeModel({ brain });
  bridge = await startTinyBridge(model.baseUrl);
  news = [];
  phone = new LoopbackPhone({
    serviceUrl: bridge.url,
    authToken: 'secret',
    from: '+972501234567',
    to: '+97235551234',
    observe(told) {
      news.push(told);
      for (const look of waiting) look();
    },
  });
});

afterEach(async () => {
  phone.hangUp();
  await bridge.close();
  await model.close();
});

function until(kind: TimedPhoneNews['kind'], count = 1): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (news.filter((told) => told.kind === kind).length < count) return;
      waiting.delete(look);
      resolve();
    };
    waiting.add(look);
    look();
  });
}

test('rings, hears the greeting word for word, presses keys and hangs up', async () => {
  const over = phone.dial();
  await until('mark.echoed');
  expect(heardText(phone.heardWords())).toBe(GREETING);
  await phone.press('12#');
  phone.hangUp();
  await over;
  expect(bridge.digitsReceived).toEqual(['1', '2', '#']);
  expect(bridge.marksReceived).toEqual(['end of answer']);
  expect(bridge.formsReceived.map((form) => [form['CallSid'], form['CallStatus']])).toEqual([
    [phone.callSid, 'ringing'],
    [phone.callSid, 'completed'],
  ]);
  expect(news.filter((told) => told.kind === 'protocol.broken')).toEqual([]);
  expect(news.at(-1)).toEqual(
    expect.objectContaining({ kind: 'webhook.answered', path: '/twilio/status', status: 200 }),
  );
});

test('hears nothing more of an answer once it was cleared', async () => {
  const over = phone.dial();
  await until('word.heard', 2);
  await phone.say('רגע');
  await until('media.cleared');
  const cleared = news.find((told) => told.kind === 'media.cleared');
  const speech = cleared?.kind === 'media.cleared' ? (cleared.speaking ?? -1) : -1;
  const heardMs = phone.stream?.heard.heardMs(cleared?.atMs ?? 0, speech) ?? 0;
  expect(phone.stream?.heard.heardMs(Infinity, speech)).toBeCloseTo(heardMs, 0);
  expect(heardMs).toBeGreaterThan(200);
  expect(GREETING.startsWith(heardText(phone.heardWords().filter((word) => word.speech === speech)))).toBe(true);
  phone.hangUp();
  await over;
});

test('a service that answers nonsense ends the call, with the reason', async () => {
  await bridge.close();
  await phone.dial();
  expect(news.map((told) => told.kind)).toEqual(['protocol.broken', 'call.ended']);
});
