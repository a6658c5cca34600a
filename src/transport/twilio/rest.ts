import { AppError } from '../../shared/errors.ts';
import type { TwilioAccount } from './account.ts';

/** What we ask of a live call from outside its stream. A call that is over already is no fault. */
export interface CallControl {
  hangUp(callSid: string): Promise<CallUpdate>;
  /** Twilio leaves the stream and fetches TwiML from `url`. */
  redirect(callSid: string, url: string): Promise<CallUpdate>;
}

export type CallUpdate = { kind: 'done' } | { kind: 'alreadyEnded' };

/** Twilio's REST call update. Throws `phone_unavailable` where Twilio refuses or does not answer in time. */
export function createCallControl({
  accountSid,
  authToken,
  baseUrl = 'https://api.twilio.com',
  timeoutMs = 5000,
}: TwilioAccount): CallControl {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

  const update = async (callSid: string, form: Record<string, string>): Promise<CallUpdate> => {
    const path = `/2010-04-01/Accounts/${accountSid}/Calls/${encodeURIComponent(callSid)}.json`;
    const request = { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) };
    const answer = await send(new URL(path, baseUrl), { ...request, signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    if (answer.ok) return { kind: 'done' };
    if (answer.status === 404) return { kind: 'alreadyEnded' };
    throw new AppError('phone_unavailable', `Twilio answered ${answer.status} to a call update.`);
  };

  return {
    hangUp: (callSid) => update(callSid, { Status: 'completed' }),
    redirect: (callSid, url) => update(callSid, { Url: url, Method: 'POST' }),
  };
}

async function send(url: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (cause) {
    throw new AppError('phone_unavailable', 'Twilio could not be reached.', { cause });
  }
}
