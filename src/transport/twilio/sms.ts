import { AppError } from '../../shared/errors.ts';
import type { TwilioAccount } from './account.ts';

export interface Sms {
  to: string;
  from: string;
  body: string;
}

/** `refused`: this message can never be sent this way (no mobile number, opted out, a sender that may not); trying again is useless. */
export type SmsResult = { kind: 'sent'; id: string } | { kind: 'refused'; code: number };

/** Twilio Messaging. Throws `phone_unavailable` where Twilio cannot be reached or is in trouble; the message may have gone out then. */
export interface SmsSender {
  send(sms: Sms): Promise<SmsResult>;
  /** The id of this very message where it was sent already since that moment; null where it was not. */
  find(sms: Sms, since: Date): Promise<string | null>;
}

const LOOKED_AT = '100';
const LOST = new Set(['failed', 'undelivered', 'canceled']);

export function createSmsSender({
  accountSid,
  authToken,
  baseUrl = 'https://api.twilio.com',
  timeoutMs = 10_000,
}: TwilioAccount): SmsSender {
  const headers = { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` };
  const messages = new URL(`/2010-04-01/Accounts/${accountSid}/Messages.json`, baseUrl);
  const ask = (url: URL, request: RequestInit = {}): Promise<Answer> =>
    answerOf(url, { ...request, headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });

  return {
    async send({ to, from, body }) {
      const form = new URLSearchParams({ To: to, From: from, Body: body });
      const { status, json } = await ask(messages, { method: 'POST', body: form });
      if (status === 201 && typeof json['sid'] === 'string') return { kind: 'sent', id: json['sid'] };
      if (status === 400 && typeof json['code'] === 'number') return { kind: 'refused', code: json['code'] };
      throw new AppError('phone_unavailable', `Twilio answered ${status} to a message.`);
    },
    async find({ to, from, body }, since) {
      const url = new URL(messages);
      const day = since.toISOString().slice(0, 10);
      url.search = new URLSearchParams({ To: to, From: from, 'DateSent>': day, PageSize: LOOKED_AT }).toString();
      const { status, json } = await ask(url);
      if (status !== 200) throw new AppError('phone_unavailable', `Twilio answered ${status} to a look at messages.`);
      const sent = Array.isArray(json['messages']) ? (json['messages'] as Record<string, unknown>[]) : [];
      const same = sent.find((one) => one['body'] === body && !LOST.has(String(one['status'])));
      return same === undefined ? null : String(same['sid']);
    },
  };
}

interface Answer {
  status: number;
  json: Record<string, unknown>;
}

async function answerOf(url: URL, request: RequestInit): Promise<Answer> {
  try {
    const answer = await fetch(url, request);
    const text = await answer.text();
    return { status: answer.status, json: objectIn(text) };
  } catch (cause) {
    throw new AppError('phone_unavailable', 'Twilio could not be reached.', { cause });
  }
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
