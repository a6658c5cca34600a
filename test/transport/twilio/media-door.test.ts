import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocket } from 'ws';
import { openMediaDoor } from '../../../src/transport/twilio/media-door.ts';
import type { MediaDoorOptions } from '../../../src/transport/twilio/media-door.ts';
import type { MediaStream } from '../../../src/transport/twilio/media-stream.ts';
import { createStreamTokens } from '../../../src/transport/twilio/stream-token.ts';
import { rememberedLog } from '../../support/remembered-log.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

/** A house that admits each call once and writes down what its streams say. */
async function openHouse(options: Partial<MediaDoorOptions> = {}) {
  const { log, lines } = rememberedLog();
  const tokens = createStreamTokens({ secret: 'shared' });
  const server = createServer((_, response) => response.writeHead(404).end());
  const sockets = new Set<unknown>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const heard: unknown[] = [];
  const streams: MediaStream[] = [];
  const waiting: (() => void)[] = [];
  const hears = (one: unknown): void => {
    heard.push(one);
    for (const wake of waiting.splice(0)) wake();
  };
  const admit = async (stream: MediaStream): Promise<'admitted' | 'refused'> => {
    if (streams.some(({ callSid }) => callSid === stream.callSid)) return 'refused';
    streams.push(stream);
    const { callSid } = stream;
    stream.listen({
      audio: (audio) => hears({ callSid, audio: audio.toString('base64') }),
      mark: (mark) => hears({ callSid, mark }),
      key: (key) => hears({ callSid, key }),
      ended: (ended) => hears({ callSid, ended }),
    });
    return 'admitted';
  };
  const door = openMediaDoor({ server, isSigned: (signature) => signature === 'ours', tokens, admit, log, ...options });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  const clients: WebSocket[] = [];
  opened.push(async () => {
    door.close();
    for (const client of clients) client.terminate();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const dial = (path = '/twilio/media', headers: Record<string, string> = { 'x-twilio-signature': 'ours' }) => {
    const client = new WebSocket(`ws://127.0.0.1:${address.port}${path}`, { headers });
    client.on('error', () => undefined);
    clients.push(client);
    return client;
  };
  return {
    door,
    tokens,
    heard,
    streams,
    lines,
    dial,
    async hasHeard(count: number): Promise<unknown[]> {
      while (heard.length < count) await new Promise<void>((wake) => waiting.push(wake));
      return heard;
    },
    /** Sockets that are open on the house's side. */
    open: () => sockets.size,
    ignored: () => lines.filter(({ event }) => event === 'stream_message_ignored').map(({ what }) => what),
  };
}
type House = Awaited<ReturnType<typeof openHouse>>;

const startOf = (callSid: string, token: string) => ({
  event: 'start',
  sequenceNumber: '1',
  streamSid: `MZ-${callSid}`,
  start: {
    callSid,
    customParameters: { token },
    mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
  },
});
const frame = (timestamp: number, byte = 0x11) => ({
  event: 'media',
  media: { track: 'inbound', timestamp: String(timestamp), payload: Buffer.alloc(160, byte).toString('base64') },
});
const audioOf = (callSid: string, byte = 0x11) => ({ callSid, audio: Buffer.alloc(160, byte).toString('base64') });
const says = (client: WebSocket, message: object) => client.send(JSON.stringify(message));

/** The code and reason with which the house ended the socket. */
async function closing(client: WebSocket): Promise<{ code: number; reason: string }> {
  const [code, reason] = (await once(client, 'close')) as [number, Buffer];
  return { code, reason: String(reason) };
}

/** Everything said before this was read by the house. */
async function isUnderstood(client: WebSocket): Promise<void> {
  const pong = once(client, 'pong');
  client.ping();
  await pong;
}

async function startedCall(house: House, callSid: string): Promise<WebSocket> {
  const client = house.dial();
  await once(client, 'open');
  says(client, { event: 'connected', protocol: 'Call', version: '1.0.0' });
  says(client, startOf(callSid, house.tokens.issue(callSid, 0)));
  await isUnderstood(client);
  return client;
}

describe('the upgrade', () => {
  test.each<[string, { path: string; signature?: string }, number]>([
    ['without a signature', { path: '/twilio/media' }, 403],
    ['with a wrong one', { path: '/twilio/media', signature: 'theirs' }, 403],
    ['of another path', { path: '/twilio/other', signature: 'ours' }, 404],
    ['with a query', { path: '/twilio/media?token=1', signature: 'ours' }, 404],
  ])('%s is refused', async (_how, { path, signature }, status) => {
    const house = await openHouse();
    const client = house.dial(path, signature === undefined ? {} : { 'x-twilio-signature': signature });
    const [, response] = (await once(client, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(status);
    expect(house.streams).toEqual([]);
  });

  test('is refused to everybody once the door is closed', async () => {
    const house = await openHouse();
    house.door.close();
    const [, response] = (await once(house.dial(), 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(404);
  });
});

describe('the start', () => {
  test('with a good token brings the stream to its call', async () => {
    const house = await openHouse();
    await startedCall(house, 'CA1');
    expect(house.streams.map(({ callSid, streamSid }) => ({ callSid, streamSid }))).toEqual([
      { callSid: 'CA1', streamSid: 'MZ-CA1' },
    ]);
  });

  test.each<[string, (house: House) => string | Buffer, string]>([
    ['a token of another call', ({ tokens }) => JSON.stringify(startOf('CA1', tokens.issue('CA2', 0))), 'bad token'],
    ['no token', () => JSON.stringify(startOf('CA1', '')), 'bad token'],
    ['media before it', () => JSON.stringify(frame(0)), 'expected start'],
    ['junk before it', () => '{', 'expected start'],
    [
      'bytes instead of it',
      ({ tokens }) => Buffer.from(JSON.stringify(startOf('CA1', tokens.issue('CA1', 0)))),
      'expected start',
    ],
  ])('with %s closes the socket 1008', async (_what, first, reason) => {
    const house = await openHouse();
    const client = house.dial();
    await once(client, 'open');
    client.send(first(house));
    expect(await closing(client)).toEqual({ code: 1008, reason });
    expect(house.streams).toEqual([]);
  });

  test('that does not come in time closes the socket 1008', async () => {
    const house = await openHouse({ startWithinMs: 20 });
    const client = house.dial();
    await once(client, 'open');
    says(client, { event: 'connected' });
    expect(await closing(client)).toEqual({ code: 1008, reason: 'no start' });
  });

  test('that comes after the socket was given up starts nothing', async () => {
    const house = await openHouse({ startWithinMs: 20 });
    const client = house.dial();
    await once(client, 'open');
    client.pause();
    while (!house.lines.some(({ event }) => event === 'stream_refused')) await new Promise(setImmediate);
    says(client, startOf('CA1', house.tokens.issue('CA1', 0)));
    client.resume();
    await closing(client);
    expect(house.streams).toEqual([]);
  });

  test('of a second stream for a live call is refused, and the first goes on', async () => {
    const house = await openHouse();
    const first = await startedCall(house, 'CA1');
    const second = house.dial();
    await once(second, 'open');
    says(second, startOf('CA1', house.tokens.issue('CA1', 0)));
    expect(await closing(second)).toEqual({ code: 1008, reason: 'not expected' });
    says(first, frame(0));
    expect(await house.hasHeard(1)).toEqual([audioOf('CA1')]);
  });
});

describe('what comes in while the house still looks whether the stream may', () => {
  const lookingUp = () => {
    const heard: unknown[] = [];
    const waiting: { stream: MediaStream; answer: (answer: 'admitted' | 'refused') => void }[] = [];
    const admit = (stream: MediaStream) =>
      new Promise<'admitted' | 'refused'>((answer) => waiting.push({ stream, answer }));
    const listens = (stream: MediaStream) =>
      stream.listen({
        audio: (audio) => heard.push({ audio: audio.toString('base64') }),
        mark: (mark) => heard.push({ mark }),
        key: (key) => heard.push({ key }),
        ended: (ended) => heard.push({ ended }),
      });
    return { heard, waiting, admit, listens };
  };

  test('is told in its order once the call listens, and the end of the stream too', async () => {
    const { heard, waiting, admit, listens } = lookingUp();
    const house = await openHouse({ admit });
    const client = await startedCall(house, 'CA1');
    says(client, frame(0));
    says(client, { event: 'dtmf', dtmf: { digit: '5' } });
    await isUnderstood(client);
    client.terminate();
    const { stream, answer } = waiting[0] ?? {};
    while (stream && house.open() > 0) await new Promise(setImmediate);
    expect(heard).toEqual([]);
    if (stream) listens(stream);
    answer?.('admitted');
    expect(heard).toEqual([{ audio: audioOf('CA1').audio }, { key: '5' }, { ended: 'lost' }]);
  });

  test('is forgotten where it may not come in', async () => {
    const { heard, waiting, admit } = lookingUp();
    const house = await openHouse({ admit });
    const client = await startedCall(house, 'CA1');
    says(client, frame(0));
    await isUnderstood(client);
    waiting[0]?.answer('refused');
    expect(await closing(client)).toEqual({ code: 1008, reason: 'not expected' });
    expect(heard).toEqual([]);
  });
});

test('a fault while a stream is taken in ends that stream and no other', async () => {
  const house = await openHouse();
  const good = await startedCall(house, 'CA1');
  const broken = await openHouse({
    admit: () => {
      throw new Error('the house is on fire');
    },
  });
  const bad = broken.dial();
  await once(bad, 'open');
  says(bad, startOf('CA2', broken.tokens.issue('CA2', 0)));
  expect(await closing(bad)).toEqual({ code: 1011, reason: 'fault' });
  expect(broken.lines).toContainEqual(
    expect.objectContaining({ level: 'error', event: 'fault', callSid: 'CA2' }) as unknown,
  );
  says(good, frame(0));
  const isHeard = (all: unknown[]) => all.some((one) => JSON.stringify(one) === JSON.stringify(audioOf('CA1')));
  while (!isHeard(house.heard)) await house.hasHeard(house.heard.length + 1);
});

describe('a started stream', () => {
  test('brings audio, keys and marks to its call in their order', async () => {
    const house = await openHouse();
    const client = await startedCall(house, 'CA1');
    says(client, frame(0, 1));
    says(client, { event: 'dtmf', dtmf: { track: 'inbound_track', digit: '5' } });
    says(client, frame(20, 2));
    says(client, { event: 'mark', mark: { name: '1:end' } });
    expect(await house.hasHeard(4)).toEqual([
      audioOf('CA1', 1),
      { callSid: 'CA1', key: '5' },
      audioOf('CA1', 2),
      { callSid: 'CA1', mark: '1:end' },
    ]);
  });

  test('hears audio that is written with spaces', async () => {
    const house = await openHouse();
    const client = await startedCall(house, 'CA1');
    client.send(JSON.stringify(frame(0), null, 1));
    await isUnderstood(client);
    expect(house.heard).toEqual([audioOf('CA1')]);
  });

  test('fills a hole with silence and drops a repeated frame', async () => {
    const house = await openHouse();
    const client = await startedCall(house, 'CA1');
    for (const at of [0, 100, 100]) says(client, frame(at));
    await isUnderstood(client);
    const silence = Buffer.alloc(80 * 8, 0xff).toString('base64');
    expect(house.heard).toEqual([audioOf('CA1'), { callSid: 'CA1', audio: silence }, audioOf('CA1')]);
  });

  test('sends the three messages that Twilio knows', async () => {
    const house = await openHouse();
    const client = await startedCall(house, 'CA1');
    const received: string[] = [];
    client.on('message', (message: Buffer) => received.push(String(message)));
    house.streams[0]?.sendAudio(Buffer.from('AAAA'));
    house.streams[0]?.sendMark('1:end');
    house.streams[0]?.sendClear();
    await isUnderstood(client);
    expect(received).toEqual([
      '{"event":"media","streamSid":"MZ-CA1","media":{"payload":"AAAA"}}',
      '{"event":"mark","streamSid":"MZ-CA1","mark":{"name":"1:end"}}',
      '{"event":"clear","streamSid":"MZ-CA1"}',
    ]);
  });

  test('ignores a second start, of its own call or another', async () => {
    const house = await openHouse();
    const client = await startedCall(house, 'CA1');
    says(client, startOf('CA1', house.tokens.issue('CA1', 0)));
    says(client, startOf('CA2', house.tokens.issue('CA2', 0)));
    says(client, frame(0));
    expect(await house.hasHeard(1)).toEqual([audioOf('CA1')]);
    expect(house.streams).toHaveLength(1);
    expect(house.ignored()).toEqual(['start']);
  });

  test('that is stopped says so once, and hears nothing more', async () => {
    const house = await openHouse();
    const client = await startedCall(house, 'CA1');
    says(client, { event: 'stop', stop: { callSid: 'CA1' } });
    says(client, frame(0));
    says(client, { event: 'stop', stop: { callSid: 'CA1' } });
    await isUnderstood(client);
    const gone = once(client, 'close');
    client.close();
    await gone;
    expect(house.heard).toEqual([{ callSid: 'CA1', ended: 'stopped' }]);
  });

  test('whose socket falls without a goodbye is lost', async () => {
    const house = await openHouse();
    const client = await startedCall(house, 'CA1');
    client.terminate();
    expect(await house.hasHeard(1)).toEqual([{ callSid: 'CA1', ended: 'lost' }]);
  });

  test('closed from our side says 1000 and tells its call nothing', async () => {
    const house = await openHouse();
    const client = await startedCall(house, 'CA1');
    const closed = closing(client);
    house.streams[0]?.close();
    expect(await closed).toEqual({ code: 1000, reason: '' });
    expect(house.heard).toEqual([]);
  });

  test('is closed 1001 when the house closes', async () => {
    const house = await openHouse();
    const client = await startedCall(house, 'CA1');
    const closed = closing(client);
    house.door.close();
    expect(await closed).toEqual({ code: 1001, reason: '' });
  });
});

describe('a stream that sends what it should not', () => {
  test.each([
    ['65,537 bytes in one message', 1009, (client: WebSocket) => client.send('x'.repeat(65_537))],
    [
      '17 fragments of one message',
      1008,
      (client: WebSocket) => {
        for (let part = 0; part < 17; part += 1) client.send('x', { fin: part === 16 });
      },
    ],
  ])('with %s is closed %d, and no other is disturbed', async (_what, code, send) => {
    const house = await openHouse();
    const [bad, good] = [await startedCall(house, 'CA1'), await startedCall(house, 'CA2')];
    const closed = closing(bad);
    send(bad);
    expect((await closed).code).toBe(code);
    says(good, frame(0));
    expect(await house.hasHeard(2)).toEqual([{ callSid: 'CA1', ended: 'lost' }, audioOf('CA2')]);
  });

  test('may send 65,536 bytes and 16 fragments', async () => {
    const house = await openHouse();
    const client = await startedCall(house, 'CA1');
    client.send('x'.repeat(65_536));
    const parts = JSON.stringify(frame(0)).match(/.{1,20}/g) ?? [];
    parts.forEach((part, at) => client.send(part, { fin: at === parts.length - 1 }));
    await isUnderstood(client);
    expect(house.heard).toEqual([audioOf('CA1')]);
  });

  test('is ignored with one line for each kind of it', async () => {
    const house = await openHouse();
    const client = await startedCall(house, 'CA1');
    for (const junk of ['', '{', '\ufeff{"event":"stop"}', '{"event":"dance"}', Buffer.from('{"event":"stop"}')])
      client.send(junk);
    says(client, frame(0));
    expect(await house.hasHeard(1)).toEqual([audioOf('CA1')]);
    expect(house.ignored()).toEqual(['malformed', 'binary']);
  });

  test('is closed 1008 at the fiftieth malformed message, and its call has lost the phone', async () => {
    const house = await openHouse();
    const [bad, good] = [await startedCall(house, 'CA1'), await startedCall(house, 'CA2')];
    for (let junk = 0; junk < 49; junk += 1) bad.send('junk');
    await isUnderstood(bad);
    expect(bad.readyState).toBe(WebSocket.OPEN);
    const closed = closing(bad);
    for (let junk = 0; junk < 20; junk += 1) bad.send(Buffer.from('junk'));
    expect(await closed).toEqual({ code: 1008, reason: 'too many malformed messages' });
    expect(house.ignored()).toEqual(['malformed', 'binary']);
    says(good, frame(0));
    expect(await house.hasHeard(2)).toEqual([{ callSid: 'CA1', ended: 'lost' }, audioOf('CA2')]);
  });
});

describe('guests', () => {
  const guests = {
    isGuest: async ({ headers }: { headers: Record<string, unknown> }) => headers['cookie'] === 'ours',
    mayJoin: (callSid: string) => callSid.startsWith('CAtest-'),
  };

  test('come in without a signature, to the calls that are theirs', async () => {
    const house = await openHouse({ guests });
    const client = house.dial('/twilio/media', { cookie: 'ours' });
    await once(client, 'open');
    says(client, startOf('CAtest-1', house.tokens.issue('CAtest-1', 0)));
    says(client, frame(0));
    expect(await house.hasHeard(1)).toEqual([audioOf('CAtest-1')]);
  });

  test('get into no other call, even with a token of it, nor into theirs without one', async () => {
    const house = await openHouse({ guests });
    for (const start of [
      startOf('CA1', house.tokens.issue('CA1', 0)),
      startOf('CAtest-1', house.tokens.issue('CAtest-2', 0)),
      startOf('CAtest-1', ''),
    ]) {
      const client = house.dial('/twilio/media', { cookie: 'ours' });
      await once(client, 'open');
      says(client, start);
      expect(await closing(client)).toEqual({ code: 1008, reason: 'bad token' });
    }
    expect(house.streams).toEqual([]);
  });

  test('who are none are refused at the upgrade', async () => {
    const house = await openHouse({ guests });
    const [, response] = (await once(house.dial('/twilio/media', { cookie: 'stolen' }), 'unexpected-response')) as [
      unknown,
      { statusCode: number },
    ];
    expect(response.statusCode).toBe(403);
  });
});
