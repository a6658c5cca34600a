import { readScriptText } from '../../../src/practice/script/read-script.ts';
import { CallRecord } from '../../../src/practice/runner/call-record.ts';
import { StepPlayer } from '../../../src/practice/runner/step-player.ts';
import { LoopbackPhone } from '../../../src/practice/phone/loopback-phone.ts';
import type { Caller } from './callers.ts';

interface Line {
  serviceUrl: string;
  to: string;
}

/** One phone call from its ringing to its end, over the webhooks and streams that Twilio would use; gives its CallSid. */
export async function ringTheSalon({ from, steps }: Caller, { serviceUrl, to }: Line): Promise<string> {
  const script = readScriptText(JSON.stringify({ title: from, steps }), from);
  const record = new CallRecord();
  const phone = new LoopbackPhone({ serviceUrl, from, to, observe: (news) => void record.phone.push(news) });
  const player = new StepPlayer({ phone, record, sight: 'phoneOnly', announce: () => undefined });
  const over = phone.dial();
  for (const step of script.steps) {
    const outcome = await player.play(step);
    if (outcome.kind === 'failed') throw new Error(`${from}: ${outcome.why}`);
  }
  await over;
  return phone.callSid;
}
