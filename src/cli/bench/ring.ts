import { twilioSignature } from '../../practice/phone/twilio-signature.ts';
import type { TwimlElement } from '../../practice/phone/twiml-reader.ts';
import { readTwiml } from '../../practice/phone/twiml-reader.ts';
import { AppError } from '../../shared/errors.ts';
import type { Route } from './load-report.ts';

export interface CallParty {
  callSid: string;
  accountSid: string;
  from: string;
}

/** Where a call's stream goes and what it brings along. */
export interface StreamAddress {
  url: string;
  signature: string | null;
  parameters: Record<string, string>;
}

/** Rings as Twilio does: a signed webhook, the stream's address and token from its TwiML. Loopback only. */
export async function ring(route: Route, party: CallParty): Promise<StreamAddress> {
  insistOnLoopback(route.url);
  if (route.kind === 'stream') return { url: route.url, signature: null, parameters: {} };
  const { url, authToken, to } = route;
  const { from, callSid, accountSid } = party;
  const form = {
    AccountSid: accountSid,
    CallSid: callSid,
    CallStatus: 'ringing',
    Direction: 'inbound',
    From: from,
    To: to,
  };
  const headers = { 'x-twilio-signature': twilioSignature(authToken, url, form) };
  const body = new URLSearchParams(form);
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) });
  const stream = streamIn(readTwiml(await response.text()));
  const streamUrl = stream.attributes['url'] ?? '';
  insistOnLoopback(streamUrl);
  return { url: streamUrl, signature: twilioSignature(authToken, streamUrl), parameters: parametersOf(stream) };
}

function insistOnLoopback(url: string): void {
  if (['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)) return;
  throw new AppError('invalid_input', `The bench calls loopback addresses only, not ${url}.`);
}

function streamIn(document: TwimlElement): TwimlElement {
  const connect = document.children.find(({ name }) => name === 'Connect');
  const stream = connect?.children.find(({ name }) => name === 'Stream');
  if (stream !== undefined) return stream;
  const verbs = document.children.map(({ name }) => name).join(', ');
  throw new AppError('practice_failed', `The service did not connect a call to a stream; its TwiML has: ${verbs}.`);
}

function parametersOf(stream: TwimlElement): Record<string, string> {
  const parameters = stream.children.filter(({ name }) => name === 'Parameter');
  return Object.fromEntries(parameters.map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? '']));
}
