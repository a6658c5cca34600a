import { jest } from '@jest/globals';
import type { Call } from '../../src/call/call.ts';
import { PhoneRescue } from '../../src/call/phone-rescue.ts';
import type { CallControl, CallUpdate } from '../../src/transport/twilio/rest.ts';
import { rememberedLog } from '../support/remembered-log.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function rescueOnABench(twilio: () => Promise<CallUpdate> = async () => ({ kind: 'done' })) {
  const asked: string[] = [];
  const control: CallControl = {
    hangUp: (callSid) => (asked.push(`hang up ${callSid}`), twilio()),
    redirect: (callSid, url) => (asked.push(`redirect ${callSid} ${url}`), twilio()),
  };
  const { log, lines } = rememberedLog();
  const rescue = new PhoneRescue({ control, publicUrl: 'https://x.test', log });
  const call = { callSid: 'CA1', phoneIsLive: false, outcome: null as string | null, hungUp: jest.fn() };
  const falls = () => rescue.phoneLost(call as unknown as Call);
  return { asked, lines, rescue, call, falls };
}

const redirected = ['redirect CA1 https://x.test/twilio/voice?resume=1'];

test('a call whose stream did not come back is redirected to resume', async () => {
  const { asked, falls } = rescueOnABench();
  falls();
  await jest.advanceTimersByTimeAsync(3_999);
  expect(asked).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(asked).toEqual(redirected);
});

test.each([
  ['came back by itself', { phoneIsLive: true }],
  ['is over', { outcome: 'completed' }],
])('a call that %s is left alone', async (_what, change) => {
  const { asked, call, falls } = rescueOnABench();
  falls();
  Object.assign(call, change);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual([]);
});

test('a call that Twilio has ended is over here too', async () => {
  const { call, falls } = rescueOnABench(async () => ({ kind: 'alreadyEnded' }));
  falls();
  await jest.advanceTimersByTimeAsync(4_000);
  expect(call.hungUp).toHaveBeenCalledTimes(1);
});

test('a call that ended without its phone is hung up', () => {
  const { asked, rescue, call } = rescueOnABench();
  rescue.endedAlone(call as unknown as Call);
  expect(asked).toEqual(['hang up CA1']);
});

test('a Twilio that refuses is one log line', async () => {
  const { lines, call, falls } = rescueOnABench(() => Promise.reject(new Error('429')));
  falls();
  await jest.advanceTimersByTimeAsync(4_000);
  expect(lines).toMatchObject([{ level: 'warn', event: 'call_control_failed', callSid: 'CA1' }]);
  expect(call.hungUp).not.toHaveBeenCalled();
});

test('without credentials nothing is asked and no timer runs', () => {
  const { log } = rememberedLog();
  const rescue = new PhoneRescue({ control: null, publicUrl: 'https://x.test', log });
  rescue.phoneLost({ callSid: 'CA1' } as Call);
  rescue.endedAlone({ callSid: 'CA1' } as Call);
  expect(jest.getTimerCount()).toBe(0);
});
