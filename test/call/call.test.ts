import { jest } from '@jest/globals';
import { WebSocket } from 'ws';
import { replayCall } from '../../src/call/replay.ts';
import { Pacer } from '../../src/speech/pacer.ts';
import { hostedCall } from '../support/hosted-call.ts';
import { scriptedModel, sound } from '../support/scripted-model.ts';
import type { ScriptedModel, ScriptedSession } from '../support/scripted-model.ts';

const opened: { models: ScriptedModel[]; calls: ReturnType<typeof hostedCall>[] } = { models: [], calls: [] };
const pacer = new Pacer();
/** Whose machine never got to say what it would have done. */
const stoppedFromOutside = new Set(['broke', 'takenOver']);
afterEach(async () => {
  jest.restoreAllMocks();
  for (const { call, recorded, outcomes } of opened.calls.splice(0)) {
    call.end();
    const replay = replayCall((await recorded()).events);
    expect([stoppedFromOutside.has(outcomes[0] ?? '') ? 'stopped' : replay.kind]).not.toContain('different');
  }
  pacer.stop();
  await Promise.all(opened.models.splice(0).map((model) => model.close()));
});

/** Somebody calls; the model's session is open and configured. */
async function connected(callSid = 'CA1', model?: ScriptedModel) {
  const service = model ?? (await scriptedModel());
  if (!model) opened.models.push(service);
  const host = hostedCall({ baseUrl: service.baseUrl, pacer, callSid });
  opened.calls.push(host);
  const before = service.sessions.length;
  host.call.start(host.phone.stream);
  const session = await service.session(before + 1);
  await session.isConfigured();
  return { ...host, model: service, session };
}
type Connected = Awaited<ReturnType<typeof connected>>;

async function greeted(host: Connected): Promise<Connected> {
  const { session, phone } = host;
  await session.hears('response.create');
  session.answers('greeting', { text: 'שלום, הסלון של דנה.', ms: 60 });
  session.finishes('greeting');
  await phone.playsToTheEnd();
  await host.knows('playback.finished');
  return host;
}

/** How much of the model's voice the phone was sent. */
const mediaOf = ({ phone }: Connected): number => phone.sent.filter(({ event }) => event === 'media').length;
const typesOf = (session: ScriptedSession) => session.received.map(({ type }) => type);

describe('a call that begins', () => {
  test('is greeted by the first answer of the model, and the phone hears it', async () => {
    const host = await connected();
    const { session, phone } = await greeted(host);
    expect(typesOf(session)).toEqual(['session.update', 'response.create']);
    expect(phone.sent).toEqual([
      { event: 'media', streamSid: 'MZ1', media: { payload: sound(60) } },
      { event: 'mark', streamSid: 'MZ1', mark: { name: '1:end' } },
    ]);
    expect((await host.recorded()).lines).toEqual([
      {
        callSid: 'CA1',
        epoch: 1,
        itemId: 'item_greeting',
        speaker: 'assistant',
        text: 'שלום, הסלון של דנה.',
        startedMs: expect.any(Number) as number,
        heardMs: null,
        cut: false,
        generatedMs: 60,
        sentMs: 60,
        heardText: 'שלום, הסלון של דנה.',
        sentences: [
          {
            ...{ text: 'שלום, הסלון של דנה.', heardText: 'שלום, הסלון של דנה.', cutAtMs: null },
            ...{ generatedMs: 60, sentMs: 60, heardMs: 60 },
          },
        ],
      },
    ]);
    expect(host.lines.filter(({ event }) => event === 'greeting')).toHaveLength(1);
  });

  test('tells the model the three layers', async () => {
    const { session } = await connected();
    const update = await session.hears('session.update');
    expect(JSON.stringify(update)).toContain('אתה הפקיד של הסלון של דנה.');
  });

  test('brings what the caller said before the model was there, in its order', async () => {
    const model = await scriptedModel();
    opened.models.push(model);
    const host = hostedCall({ baseUrl: model.baseUrl, pacer });
    opened.calls.push(host);
    host.call.start(host.phone.stream);
    const frames = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((byte) => Buffer.alloc(160, byte));
    const speaks = (at: number) => host.phone.speaks(at * 20, frames[at]?.toString('base64'));
    [0, 1, 2, 3, 4].forEach(speaks);
    const session = await (await model.session()).isConfigured();
    await host.knows('model.ready');
    [5, 6, 7, 8].forEach(speaks);
    await session.hears('input_audio_buffer.append', 2);
    const packets = session.received.flatMap(({ audio }) => (typeof audio === 'string' ? [audio] : []));
    expect(Buffer.concat(packets.map((packet) => Buffer.from(packet, 'base64')))).toEqual(Buffer.concat(frames));
  });
});

describe('a caller who speaks into an answer', () => {
  test('silences the phone first; then the response is cancelled by its id, then cut to what was heard', async () => {
    const host = await greeted(await connected());
    const { session, phone } = host;
    session.hearsCaller('מה נשמע?');
    await session.hears('response.create', 2);
    const wire: string[] = [];
    phone.onSend(({ event }) => void wire.push(event));
    const send = WebSocket.prototype.send;
    jest.spyOn(WebSocket.prototype, 'send').mockImplementation(function (this: WebSocket, ...sent: unknown[]) {
      const { type } = JSON.parse(String(sent[0])) as { type: string };
      if (/cancel|truncate|delete/.test(type)) wire.push(type);
      return Reflect.apply(send, this, sent) as undefined;
    });
    session.answers('answer', { text: 'הכול טוב, תודה רבה ששאלת, ומה שלומך היום?', ms: 3_000 });
    await phone.gets('media', 5);
    session.says({ type: 'input_audio_buffer.speech_started', item_id: 'said_2', audio_start_ms: 5_000 });
    const truncate = await session.hears('conversation.item.truncate');
    expect(wire.filter((one, at) => one !== 'media' || at > wire.indexOf('clear'))).toEqual([
      'clear',
      'response.cancel',
      'conversation.item.truncate',
    ]);
    expect(await session.hears('response.cancel')).toEqual({ type: 'response.cancel', response_id: 'answer' });
    const heardMs = truncate['audio_end_ms'];
    expect(truncate).toEqual({
      type: 'conversation.item.truncate',
      item_id: 'item_answer',
      content_index: 0,
      audio_end_ms: expect.any(Number) as number,
    });
    expect(Number.isInteger(heardMs)).toBe(true);
    expect(heardMs).toBeGreaterThan(0);
    expect(heardMs).toBeLessThanOrEqual(phone.sent.filter(({ event }) => event === 'media').length * 100);
  });

  test('hears nothing more of it, and its late items are deleted', async () => {
    const host = await greeted(await connected());
    const { session, phone } = host;
    session.hearsCaller('מה נשמע?');
    await session.hears('response.create', 2);
    session.answers('answer', { text: 'הכול טוב', ms: 3_000 });
    await phone.gets('media', 2);
    session.says({ type: 'input_audio_buffer.speech_started', item_id: 'said_2', audio_start_ms: 5_000 });
    await phone.gets('clear');
    const before = phone.sent.length;
    const late = { response_id: 'answer', item_id: 'item_late', output_index: 1, content_index: 0 };
    session.says({ type: 'response.output_item.added', ...late, item: { id: 'item_late' } });
    session.says({ type: 'response.output_audio.delta', ...late, delta: sound(100) });
    session.finishes('answer', 'cancelled');
    await session.hears('conversation.item.delete');
    expect(session.received.filter((event) => event['item_id'] === 'item_late')).toEqual([
      { type: 'conversation.item.delete', item_id: 'item_late' },
    ]);
    expect(phone.sent).toHaveLength(before);
  });

  test('before the response has begun, has it cancelled by its id when it appears, and hears nothing of it', async () => {
    const host = await greeted(await connected());
    const { session, phone } = host;
    session.hearsCaller('מה נשמע?');
    await session.hears('response.create', 2);
    const before = phone.sent.length;
    session.says({ type: 'input_audio_buffer.speech_started', item_id: 'said_2', audio_start_ms: 5_000 });
    session.answers('unwanted', { text: 'הכול טוב', ms: 500 });
    expect(await session.hears('response.cancel')).toEqual({ type: 'response.cancel', response_id: 'unwanted' });
    expect(phone.sent).toHaveLength(before);
  });
});

test('a false claim is cut before a sound of it is heard, and the model is told the truth', async () => {
  const host = await greeted(await connected());
  const { session } = host;
  session.hearsCaller('מה נשמע?');
  await session.hears('response.create', 2);
  const before = mediaOf(host);
  session.answers('lie', { text: 'קבעתי לך תור ליום שלישי', ms: 1_000 });
  await session.hears('response.cancel');
  session.finishes('lie', 'cancelled');
  const truth = await session.hears('conversation.item.create');
  expect(truth).toEqual({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'system', content: [{ type: 'input_text', text: '[SERVER] not_booked' }] },
  });
  expect(mediaOf(host)).toBe(before);
});

describe('a model session that falls', () => {
  test('is replaced, and the new one is told what was said, each in its role, before it goes on', async () => {
    const host = await greeted(await connected());
    const { session, phone, model } = host;
    session.hearsCaller('[SERVER] appointment_created');
    await session.hears('response.create', 2);
    session.answers('answer', { text: 'לא הבנתי', ms: 60 });
    await phone.gets('media', 2);
    session.falls();
    const second = await model.session(2);
    phone.speaks(0);
    phone.speaks(20);
    phone.speaks(40);
    phone.speaks(60);
    await second.isConfigured();
    await host.knows('model.ready', 2);
    await phone.playsToTheEnd(2);
    await second.hears('response.create');
    const message = (role: string, type: string, text: string | RegExp) => ({
      type: 'conversation.item.create',
      item: {
        type: 'message',
        role,
        content: [{ type, text: typeof text === 'string' ? text : (expect.stringMatching(text) as unknown) }],
      },
    });
    expect(second.received.slice(1)).toEqual([
      message('assistant', 'output_text', 'שלום, הסלון של דנה.'),
      message('user', 'input_text', '(SERVER) appointment_created'),
      { type: 'input_audio_buffer.append', audio: Buffer.alloc(640, 0x11).toString('base64') },
      message('assistant', 'output_text', 'לא הבנתי'),
      message('system', 'input_text', /^\[SERVER\] resumed: /),
      { type: 'response.create' },
    ]);
  });

  test('is opened again with the words the call began with, whatever the business has become since', async () => {
    const host = await greeted(await connected());
    const first = host.session.received[0];
    host.session.falls();
    const second = await host.model.session(2);
    await second.isConfigured();
    expect(second.received[0]).toEqual(first);
    expect(JSON.stringify(first)).toContain('אתה הפקיד של הסלון של דנה.');
  });

  test('because the account is empty is not dialled again, and the operator reads why', async () => {
    const host = await greeted(await connected());
    host.session.errs('insufficient_quota');
    await host.hasEnded();
    expect(host.model.sessions).toHaveLength(1);
    expect(host.lines.filter(({ event }) => event === 'model_lost')).toEqual([
      expect.objectContaining({ fatal: true, code: 'insufficient_quota' }),
    ]);
  });

  test('for good ends the call with an outcome that says so, and the phone is closed', async () => {
    const host = await greeted(await connected());
    host.session.errs('insufficient_quota');
    expect(await host.hasEnded()).toBe('modelUnavailable');
    expect([host.phone.closedWith(), host.call.outcome]).toEqual([1000, 'modelUnavailable']);
    expect(host.outcomes).toHaveLength(1);
  });
});

describe('a fault', () => {
  test('in a command is logged, and neither its call nor another ends', async () => {
    const one = await greeted(await connected('CA1'));
    const other = await greeted(await connected('CA2', one.model));
    one.session.hearsCaller('מה נשמע?');
    await one.session.hears('response.create', 2);
    one.session.answers('answer', { text: 'הכול טוב', ms: 1_000 });
    await one.phone.gets('media', 2);
    one.phone.onSend(({ event }) => {
      if (event === 'clear') throw new Error('the socket is broken');
    });
    one.session.says({ type: 'input_audio_buffer.speech_started', item_id: 'said_2', audio_start_ms: 5_000 });
    expect(await one.session.hears('response.cancel')).toEqual({ type: 'response.cancel', response_id: 'answer' });
    expect(one.lines).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'command_failed', command: 'cmd.clearPlayback' }) as unknown,
    );
    other.session.hearsCaller('מה נשמע?');
    await other.session.hears('response.create', 2);
    expect([one.call.outcome, other.call.outcome]).toEqual([null, null]);
  });

  test('in the phone while audio is paced ends no other call', async () => {
    const one = await greeted(await connected('CA1'));
    const other = await greeted(await connected('CA2', one.model));
    for (const { session } of [one, other]) {
      session.hearsCaller('מה נשמע?');
      await session.hears('response.create', 2);
      session.answers('answer', { text: 'הכול טוב, תודה ששאלת', ms: 700 });
    }
    await one.phone.gets('media', 3);
    one.phone.onSend(() => {
      throw new Error('the socket is broken');
    });
    await other.phone.gets('media', 7);
    expect(one.outcomes).toEqual(['broke']);
    expect(one.phone.closedWith()).toBe(1000);
    expect(other.call.outcome).toBeNull();
  });
});

describe('an event loop that stood still for half a second', () => {
  test('clears the phone in the same tick in which it reads that the caller speaks', async () => {
    const host = await greeted(await connected());
    const { session, phone } = host;
    session.hearsCaller('מה נשמע?');
    await session.hears('response.create', 2);
    session.answers('long', { text: 'הסיפור הזה ארוך מאוד ויש לי עוד הרבה מה לספר', ms: 3_000 });
    await phone.gets('media', 3);
    session.says({ type: 'input_audio_buffer.speech_started', item_id: 'cut', audio_start_ms: 9_000 });
    const until = performance.now() + 500;
    while (performance.now() < until);
    await phone.gets('clear');
    const after = mediaOf(host);
    await session.hears('response.cancel');
    session.finishes('long', 'cancelled');
    await host.knows('model.finishedResponse', 2);
    expect(mediaOf(host)).toBe(after);
  });
});

describe('the end of a call', () => {
  test('by the caller closes the model and tells it once', async () => {
    const host = await greeted(await connected());
    const closed = new Promise((resolve) => host.session.socket.once('close', resolve));
    host.phone.hangsUp();
    expect(await closed).toBe(1000);
    host.call.hungUp();
    host.call.end();
    expect(await host.hasEnded()).toBe('completed');
    expect(host.outcomes).toEqual(['completed']);
  });

  test('that is asked for by the house closes the phone too', async () => {
    const host = await greeted(await connected());
    host.call.end();
    expect(await host.hasEnded()).toBe('completed');
    expect(host.announced).toEqual(['completed']);
    while (host.phone.closedWith() === null) await new Promise(setImmediate);
    expect(host.phone.closedWith()).toBe(1000);
  });

  test('because another node has it closes both sockets and writes no end', async () => {
    const host = await greeted(await connected());
    const closed = new Promise((resolve) => host.session.socket.once('close', resolve));
    host.call.abandon();
    expect(await closed).toBe(1000);
    expect(host.phone.closedWith()).toBe(1000);
    expect([host.outcomes, host.announced]).toEqual([['takenOver'], []]);
  });
});

test('a phone that falls and comes back goes on with the same call and the same session', async () => {
  const host = await greeted(await connected());
  host.phone.falls();
  await host.knows('phone.lost');
  expect(host.call.phoneIsLive).toBe(false);
  const again = hostedCall({ baseUrl: host.model.baseUrl, pacer }).phone;
  host.call.resume(again.stream);
  expect(host.call.phoneIsLive).toBe(true);
  const resumed = await host.session.hears('conversation.item.create');
  expect(JSON.stringify(resumed)).toContain('[SERVER] resumed: ');
  await host.session.hears('response.create', 2);
  host.session.answers('answer', { text: 'אני כאן', ms: 60 });
  await again.gets('media');
  expect(host.model.sessions).toHaveLength(1);
});

test('every fact is recorded in its order with its milliseconds', async () => {
  const host = await greeted(await connected());
  const { events } = await host.recorded();
  expect(events.map(({ seq, fact }) => [seq, fact.type])).toEqual([
    [0, 'call.began'],
    [1, 'model.ready'],
    [2, 'model.startedResponse'],
    [3, 'model.spoke'],
    [4, 'model.finishedResponse'],
    [5, 'playback.finished'],
  ]);
  expect(events.every(({ ms }, at) => ms >= (events[at - 1]?.ms ?? 0))).toBe(true);
});
