import express from 'express';
import { createHmac } from 'node:crypto';
import type { FrontDesk, RingAnswer, StreamEndAnswer } from '../../../src/transport/twilio/front-desk-port.ts';
import { createStreamTokens } from '../../../src/transport/twilio/stream-token.ts';
import * as twiml from '../../../src/transport/twilio/twiml.ts';
import { createTwilioRouter } from '../../../src/transport/twilio/voice-webhook.ts';
import type { TwilioRouterOptions } from '../../../src/transport/twilio/voice-webhook.ts';
import { rememberedLog } from '../../support/remembered-log.ts';
import { listening } from '../listening.ts';
import type { Listening } from '../listening.ts';

const publicUrl = 'https://calls.example.com';
const dana = { CallSid: 'CA1', From: '+972501234567', To: '+97235550000' };

/** A desk that writes down what it was asked and answers what the test chose. */
class ScriptedDesk implements FrontDesk {
  asked: unknown[] = [];
  toRing: () => Promise<RingAnswer> = async () => ({ kind: 'connect', stream: 0 });
  toStreamEnd: () => Promise<StreamEndAnswer> = async () => ({ kind: 'hangUp' });
  toStatus: () => Promise<void> = async () => undefined;

  ring: FrontDesk['ring'] = (call) => (this.asked.push(call), this.toRing());
  streamEnded: FrontDesk['streamEnded'] = (callSid) => (this.asked.push({ streamEnded: callSid }), this.toStreamEnd());
  statusChanged: FrontDesk['statusChanged'] = (call) => (this.asked.push(call), this.toStatus());
}

const opened: Listening[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function openDoor(options: Partial<TwilioRouterOptions> = {}) {
  const desk = new ScriptedDesk();
  const tokens = createStreamTokens({ secret: 'shared' });
  const { log, lines } = rememberedLog();
  const authTokens = options.authTokens ?? ['secret'];
  const app = express();
  app.use(createTwilioRouter({ publicUrl, practiceOpen: false, tokens, desk, log, ...options, authTokens }));
  const server = await listening(app);
  opened.push(server);

  const post = async (path: string, form: Record<string, string> = dana, headers: Record<string, string> = {}) => {
    const signature = sign(authTokens[0] ?? 'secret', path, form);
    const request = { method: 'POST', headers: { 'x-twilio-signature': signature, ...headers } };
    const answer = await fetch(server.origin + path, { ...request, body: new URLSearchParams(form) });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };
  return { desk, tokens, lines, server, post };
}

function sign(token: string, path: string, form: Record<string, string>): string {
  const fields = Object.keys(form).sort();
  const text = publicUrl + path + fields.map((field) => field + (form[field] ?? '')).join('');
  return createHmac('sha1', token).update(text, 'utf8').digest('base64');
}

const spoken = (text: string) => ({ status: 200, type: 'text/xml; charset=utf-8', text });

describe('a ring', () => {
  test('is joined to the media stream with a token that opens this call', async () => {
    const { post, tokens, desk } = await openDoor();
    const answer = await post('/twilio/voice');
    const token = /name="token" value="([^"]+)"/.exec(answer.text)?.[1] ?? '';
    expect(answer).toEqual(spoken(twiml.connectTwiml({ publicUrl, token })));
    expect(tokens.read(token, 'CA1')).toBe(0);
    expect(desk.asked).toEqual([{ callSid: 'CA1', from: dana.From, to: dana.To, resume: 'first' }]);
  });

  test('of the trailing redirect is marked as resumed', async () => {
    const { post, desk } = await openDoor();
    await post('/twilio/voice?resume=1');
    expect(desk.asked).toEqual([{ callSid: 'CA1', from: dana.From, to: dana.To, resume: 'resumed' }]);
  });

  test('after Twilio met an error is marked as such, whichever address it failed at', async () => {
    const { post, desk } = await openDoor();
    await post('/twilio/voice', { ...dana, ErrorCode: '11205', ErrorUrl: `${publicUrl}/twilio/voice` });
    expect(desk.asked).toEqual([{ callSid: 'CA1', from: dana.From, to: dana.To, resume: 'afterError' }]);
  });

  test('of an anonymous caller without a From still reaches the desk', async () => {
    const { post, desk } = await openDoor();
    await post('/twilio/voice', { CallSid: 'CA2', To: dana.To });
    expect(desk.asked).toEqual([{ callSid: 'CA2', from: '', to: dana.To, resume: 'first' }]);
  });

  test.each([
    ['unknownNumber', twiml.unknownNumberTwiml()],
    ['busy', twiml.busyTwiml()],
    ['unavailable', twiml.apologyTwiml()],
    ['hangUp', twiml.hangUpTwiml()],
  ] as const)('answered with %s gets its document', async (kind, document) => {
    const { post, desk } = await openDoor();
    desk.toRing = async () => ({ kind });
    expect(await post('/twilio/voice')).toEqual(spoken(document));
  });

  test('is answered with a spoken apology when the desk fails, and the fault is logged without the caller', async () => {
    const { post, desk, lines } = await openDoor();
    desk.toRing = async () => {
      throw new Error('database away');
    };
    expect(await post('/twilio/voice')).toEqual(spoken(twiml.apologyTwiml()));
    expect(lines).toMatchObject([
      { level: 'error', event: 'fault', callSid: 'CA1', error: { message: 'database away' } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('972501234567');
  });

  test('is answered with a spoken apology when the desk never answers', async () => {
    const { post, desk } = await openDoor({ deskTimeoutMs: 20 });
    desk.toRing = () => new Promise(() => undefined);
    expect(await post('/twilio/voice')).toEqual(spoken(twiml.apologyTwiml()));
  });
});

describe('a stranger', () => {
  test.each([
    ['no signature', { 'x-twilio-signature': '' }],
    ['a wrong signature', { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
    ['another token', { 'x-twilio-signature': sign('other', '/twilio/voice', dana) }],
    ['a signature of another path', { 'x-twilio-signature': sign('secret', '/twilio/status', dana) }],
    ['a signature of other fields', { 'x-twilio-signature': sign('secret', '/twilio/voice', {}) }],
  ])('with %s gets 403 and reaches no desk', async (_case, headers) => {
    const { post, desk, lines } = await openDoor();
    expect(await post('/twilio/voice', dana, headers)).toMatchObject({ status: 403, text: 'Forbidden' });
    expect(desk.asked).toEqual([]);
    expect(lines).toEqual([{ level: 'warn', event: 'webhook_refused', path: '/twilio/voice', why: 'bad signature' }]);
  });

  test.each(['/twilio/after-stream', '/twilio/status'])('gets 403 at %s too', async (path) => {
    const { post, desk } = await openDoor();
    expect(await post(path, dana, { 'x-twilio-signature': 'x' })).toMatchObject({ status: 403 });
    expect(desk.asked).toEqual([]);
  });

  test('gains nothing from forged host headers', async () => {
    const { server, desk } = await openDoor();
    const text = 'https://evil.example/twilio/voiceCallSidCA1';
    const signature = createHmac('sha1', 'secret').update(text).digest('base64');
    const headers = {
      'x-twilio-signature': signature,
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    };
    const body = new URLSearchParams({ CallSid: 'CA1' });
    const answer = await fetch(`${server.origin}/twilio/voice`, { method: 'POST', headers, body });
    expect(answer.status).toBe(403);
    expect(desk.asked).toEqual([]);
  });

  test('with a megabyte of form is refused before the desk hears of it', async () => {
    const { post, desk } = await openDoor();
    expect(await post('/twilio/voice', { ...dana, Filler: 'x'.repeat(1_000_000) })).toMatchObject({ status: 400 });
    expect(desk.asked).toEqual([]);
  });

  test('with a JSON body is refused', async () => {
    const { server, desk } = await openDoor();
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(dana) };
    expect((await fetch(`${server.origin}/twilio/voice`, request)).status).toBe(403);
    expect(desk.asked).toEqual([]);
  });
});

describe('a signed webhook', () => {
  test('without a CallSid is refused as malformed', async () => {
    const { post, desk } = await openDoor();
    expect(await post('/twilio/voice', { From: dana.From })).toMatchObject({ status: 400 });
    expect(desk.asked).toEqual([]);
  });

  test('is accepted from the old token while it rotates', async () => {
    const { server } = await openDoor({ authTokens: ['new', 'old'] });
    const headers = { 'x-twilio-signature': sign('old', '/twilio/voice', dana) };
    const answer = await fetch(`${server.origin}/twilio/voice`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(dana),
    });
    expect(answer.status).toBe(200);
  });
});

describe('without an auth token', () => {
  test.each(['/twilio/voice', '/twilio/after-stream', '/twilio/status'])('%s answers 503', async (path) => {
    const { post, desk } = await openDoor({ authTokens: [] });
    expect(await post(path)).toMatchObject({ status: 503 });
    expect(desk.asked).toEqual([]);
  });

  test('practice mode on a loopback address lets the ring in', async () => {
    const { post } = await openDoor({ authTokens: [], practiceOpen: true });
    expect(await post('/twilio/voice', dana, { 'x-twilio-signature': '' })).toMatchObject({ status: 200 });
  });

  test('practice mode does not make a configured token optional', async () => {
    const { post } = await openDoor({ practiceOpen: true });
    expect(await post('/twilio/voice', dana, { 'x-twilio-signature': '' })).toMatchObject({ status: 403 });
  });
});

describe('the end of a stream', () => {
  test('hangs up a finished call', async () => {
    const { post, desk } = await openDoor();
    expect(await post('/twilio/after-stream')).toEqual(spoken(twiml.hangUpTwiml()));
    expect(desk.asked).toEqual([{ streamEnded: 'CA1' }]);
  });

  test('joins the same call again with a fresh token', async () => {
    const { post, desk, tokens } = await openDoor();
    desk.toStreamEnd = async () => ({ kind: 'connect', stream: 3 });
    const answer = await post('/twilio/after-stream');
    const token = /name="token" value="([^"]+)"/.exec(answer.text)?.[1] ?? '';
    expect(answer).toEqual(spoken(twiml.connectTwiml({ publicUrl, token })));
    expect(tokens.read(token, 'CA1')).toBe(3);
  });

  test.each([null, '+97235551234'])('apologizes, and dials the fallback number %p', async (fallbackNumber) => {
    const { post, desk } = await openDoor();
    desk.toStreamEnd = async () => ({ kind: 'apologize', fallbackNumber });
    expect(await post('/twilio/after-stream')).toEqual(spoken(twiml.apologyTwiml(fallbackNumber)));
  });
});

describe('a status callback', () => {
  test('reaches the desk and is acknowledged', async () => {
    const { post, desk } = await openDoor();
    const answer = await post('/twilio/status', { ...dana, CallStatus: 'completed', SequenceNumber: '2' });
    expect(answer).toEqual({ status: 204, type: null, text: '' });
    expect(desk.asked).toEqual([{ callSid: 'CA1', status: 'completed' }]);
  });

  test('is acknowledged even when the desk fails', async () => {
    const { post, desk, lines } = await openDoor();
    desk.toStatus = async () => {
      throw new Error('database away');
    };
    expect(await post('/twilio/status')).toMatchObject({ status: 204 });
    expect(lines).toMatchObject([{ event: 'fault', callSid: 'CA1' }]);
  });
});
