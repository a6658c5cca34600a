import { Router } from 'express';
import type { RequestHandler } from 'express';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createApp } from '../../../src/api/app.ts';
import { administrator, rememberVisit } from '../../../src/api/policies/visit.ts';
import type { Asker } from '../../../src/api/policies/visit.ts';
import { liveRoute } from '../../../src/api/routes/live.ts';
import { rememberedLog } from '../../support/remembered-log.ts';
import { ScriptedLiveCalls } from '../salon-api.ts';
import { listening } from '../listening.ts';

const CALL = {
  callSid: 'CA1',
  businessId: 'hair',
  kind: 'phone',
  from: '••••4567',
  startedAt: 0,
  state: { inCall: { floor: 'listening' } },
  lastLine: { speaker: 'caller', text: 'שלום' },
} as const;
const OTHER = {
  callSid: 'CA2',
  businessId: 'garage',
  kind: 'test',
  from: null,
  startedAt: 0,
  state: 'connecting',
  lastLine: null,
} as const;

function asAsker(asker: Asker): RequestHandler {
  return (request, _response, next) => {
    rememberVisit(request, { asker, address: '127.0.0.1', sessionToken: null });
    next();
  };
}

async function opened(path = '/live', asker: Asker = administrator) {
  const liveCalls = new ScriptedLiveCalls();
  liveCalls.calls.push(CALL, OTHER);
  const app = createApp({
    api: Router().get('/live', asAsker(asker), liveRoute(liveCalls, { glance: () => Promise.resolve(asker) })),
    operations: Router(),
    log: rememberedLog().log,
  });
  const http = await listening(app);
  const asking = request(`${http.url}/api/v1${path}`);
  asking.on('error', () => undefined);
  asking.end();
  const [stream] = (await once(asking, 'response')) as [IncomingMessage];
  stream.setEncoding('utf8');
  return { liveCalls, http, stream, hangUp: () => asking.destroy() };
}

async function reads(stream: IncomingMessage): Promise<string> {
  const [text] = (await once(stream, 'data')) as [string];
  return text;
}

describe('the live stream', () => {
  test('begins with the calls there are, then tells each event under its name', async () => {
    const { liveCalls, http, stream } = await opened();
    expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    const startedAt = '1970-01-01T00:00:00.000Z';
    const items = [
      { ...CALL, startedAt },
      { ...OTHER, startedAt },
    ];
    expect(await reads(stream)).toBe(`event: calls\ndata: ${JSON.stringify({ items })}\n\n`);
    liveCalls.publish({
      type: 'state',
      callSid: 'CA1',
      businessId: 'hair',
      state: { inCall: { floor: 'aiSpeaking' } },
    });
    expect(await reads(stream)).toBe(
      'event: state\ndata: {"callSid":"CA1","businessId":"hair","state":{"inCall":{"floor":"aiSpeaking"}}}\n\n',
    );
    await http.close();
  });

  test('keeps to one business where asked', async () => {
    const { liveCalls, http, stream } = await opened('/live?businessId=garage');
    expect(await reads(stream)).not.toContain('CA1');
    liveCalls.publish({ type: 'state', callSid: 'CA1', businessId: 'hair' });
    liveCalls.publish({ type: 'ended', callSid: 'CA2', businessId: 'garage', outcome: 'booked' });
    expect(await reads(stream)).toBe(
      'event: ended\ndata: {"callSid":"CA2","businessId":"garage","outcome":"booked"}\n\n',
    );
    await http.close();
  });

  test('shows an owner their own business alone, whatever they ask for', async () => {
    const owner: Asker = {
      password: 'own',
      userId: 'u',
      email: 'u@example.com',
      name: 'u',
      role: 'owner',
      businessId: 'garage',
    };
    for (const path of ['/live', '/live?businessId=garage']) {
      const { liveCalls, http, stream } = await opened(path, owner);
      expect(await reads(stream)).not.toContain('CA1');
      liveCalls.publish({ type: 'state', callSid: 'CA1', businessId: 'hair' });
      liveCalls.publish({ type: 'state', callSid: 'CA2', businessId: 'garage' });
      expect(await reads(stream)).toBe('event: state\ndata: {"callSid":"CA2","businessId":"garage"}\n\n');
      await http.close();
    }
    const { http, stream } = await opened('/live?businessId=hair', owner);
    expect(await reads(stream)).toBe('event: calls\ndata: {"items":[]}\n\n');
    await http.close();
  });

  test('keeps to one call where asked', async () => {
    const { liveCalls, http, stream } = await opened('/live?callSid=CA2');
    expect(await reads(stream)).not.toContain('CA1');
    liveCalls.publish({ type: 'heard', callSid: 'CA1', businessId: 'hair', text: 'x' });
    liveCalls.publish({ type: 'heard', callSid: 'CA2', businessId: 'garage', text: 'y' });
    expect(await reads(stream)).toBe('event: heard\ndata: {"callSid":"CA2","businessId":"garage","text":"y"}\n\n');
    await http.close();
  });

  test('leaves nothing behind when the reader goes', async () => {
    const { liveCalls, http, stream, hangUp } = await opened();
    await reads(stream);
    expect(liveCalls.listenerCount).toBe(1);
    const gone = new Promise<void>((resolve) => {
      const subscribed = liveCalls.unsubscribed;
      liveCalls.unsubscribed = () => {
        subscribed();
        resolve();
      };
    });
    hangUp();
    await gone;
    expect(liveCalls.listenerCount).toBe(0);
    await http.close();
  });
});
