import type { CallFact } from '../../../machines/vocabulary.ts';
import type { AudioDelta } from '../../../src/transport/openai/messages.ts';
import { RealtimeSession } from '../../../src/transport/openai/realtime-session.ts';
import { rememberedLog } from '../../support/remembered-log.ts';
import { scriptedModel } from '../../support/scripted-model.ts';
import type { ScriptedModel, ScriptedSession } from '../../support/scripted-model.ts';

/** A call that writes down all it is told, and can be waited for. */
class ListeningCall {
  readonly told: unknown[] = [];
  #waiting: (() => void)[] = [];

  readonly #hears = (one: unknown): void => {
    this.told.push(one);
    for (const wake of this.#waiting.splice(0)) wake();
  };
  fact = (fact: CallFact): void => this.#hears(fact);
  audio = (delta: AudioDelta): void => this.#hears({ audio: { ...delta, audio: String(delta.audio) } });
  words = (words: object): void => this.#hears({ words });
  wordsComplete = (wordsComplete: object): void => this.#hears({ wordsComplete });
  itemStarted = (itemStarted: object): void => this.#hears({ itemStarted });

  async hasHeard(count: number): Promise<unknown[]> {
    while (this.told.length < count) await new Promise<void>((wake) => this.#waiting.push(wake));
    return this.told;
  }
}

const opened: ScriptedModel[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((model) => model.close()));
});

async function dial(given: { refusal?: number; transcriptionModels?: string[] } = {}) {
  const model = await scriptedModel(given.refusal ?? null);
  opened.push(model);
  const call = new ListeningCall();
  const { log, lines } = rememberedLog();
  const session = new RealtimeSession(
    {
      baseUrl: model.baseUrl,
      apiKey: 'sk-test',
      model: 'gpt-realtime-2.1',
      voice: 'marin',
      transcriptionModels: given.transcriptionModels ?? ['gpt-live-transcribe', 'gpt-4o-transcribe'],
      instructions: 'דבר עברית.',
      mayConcernBooking: () => false,
      log,
    },
    call,
  );
  return { model, call, session, lines };
}

async function readySession() {
  const dialed = await dial();
  const service = await (await dialed.model.session()).isConfigured();
  await dialed.call.hasHeard(1);
  dialed.call.told.splice(0);
  return { ...dialed, service };
}

const lost = (fatal: boolean) => ({ type: 'model.lost', fatal });
/** The whole event as a delta of this response. */
const ids = { event_id: 'event_1', response_id: 'resp_1', item_id: 'item_1', output_index: 0, content_index: 0 };

describe('opening', () => {
  test('asks for the model with the key, without the header of the dead beta', async () => {
    const { model } = await dial();
    const { url, headers } = await model.session();
    expect(url).toBe('/v1/realtime?model=gpt-realtime-2.1');
    expect(headers.authorization).toBe('Bearer sk-test');
    expect(headers['openai-beta']).toBeUndefined();
  });

  test('says nothing before the service greets, and then configures the whole session once', async () => {
    const { model } = await dial();
    const service = await model.session();
    await service.isUnderstood();
    expect(service.received).toEqual([]);
    service.says({ type: 'session.created', session: {} });
    await service.hears('session.update');
    expect(service.received).toEqual([
      {
        type: 'session.update',
        session: {
          type: 'realtime',
          instructions: 'דבר עברית.',
          output_modalities: ['audio'],
          include: ['item.input_audio_transcription.logprobs'],
          audio: {
            input: {
              format: { type: 'audio/pcmu' },
              transcription: { model: 'gpt-live-transcribe', language: 'he' },
              turn_detection: {
                type: 'server_vad',
                threshold: 0.5,
                prefix_padding_ms: 300,
                silence_duration_ms: 500,
                create_response: false,
                interrupt_response: false,
              },
            },
            output: { format: { type: 'audio/pcmu' }, voice: 'marin' },
          },
        },
      },
    ]);
  });

  test('is ready only when the configuration took effect, and takes no audio and no event before', async () => {
    const { model, call, session } = await dial();
    const service = await model.session();
    service.says({ type: 'session.created', session: {} });
    await service.hears('session.update');
    expect(session.append('AAAA')).toBe(false);
    session.send({ type: 'response.create' });
    await service.isUnderstood();
    expect(call.told).toEqual([]);
    service.says({ type: 'session.updated', session: {} });
    expect(await call.hasHeard(1)).toEqual([{ type: 'model.ready' }]);
    expect(session.append('AAAA')).toBe(true);
    await service.hears('input_audio_buffer.append');
    expect(service.received.slice(1)).toEqual([{ type: 'input_audio_buffer.append', audio: 'AAAA' }]);
  });

  test('is ready once, also when the configuration is confirmed again', async () => {
    const { call, service } = await readySession();
    service.says({ type: 'session.updated', session: {} });
    await service.isUnderstood();
    expect(call.told).toEqual([]);
  });

  test('with a transcription model that is gone goes on with the next one', async () => {
    const { model, call } = await dial();
    const service = await model.session();
    service.says({ type: 'session.created', session: {} });
    await service.hears('session.update');
    service.errs('invalid_value', { param: 'session.audio.input.transcription.model' });
    const second = await service.hears('session.update', 2);
    expect(second).toMatchObject({
      session: { audio: { input: { transcription: { model: 'gpt-4o-transcribe', language: 'he' } } } },
    });
    service.says({ type: 'session.updated', session: {} });
    expect(await call.hasHeard(1)).toEqual([{ type: 'model.ready' }]);
  });

  test('is given up for good when no transcription model is accepted', async () => {
    const { model, call } = await dial({ transcriptionModels: ['gone'] });
    const service = await model.session();
    service.says({ type: 'session.created', session: {} });
    await service.hears('session.update');
    service.errs('model_not_found');
    expect(await call.hasHeard(1)).toEqual([lost(true)]);
  });
});

describe('the events of the service', () => {
  test('become audio, words, items and facts in their order', async () => {
    const { call, service } = await readySession();
    const item = { id: 'item_1', type: 'message', role: 'assistant', content: [] };
    service.says({ type: 'response.created', response: { id: 'resp_1' } });
    service.says({ type: 'response.output_item.added', ...ids, item });
    service.says({ type: 'response.output_audio_transcript.delta', ...ids, delta: 'שלום' });
    service.says({ type: 'response.output_audio.delta', ...ids, delta: 'AAAA' });
    service.says({ type: 'response.output_audio_transcript.done', ...ids, transcript: 'שלום' });
    service.says({ type: 'response.done', response: { id: 'resp_1', status: 'completed' } });
    const its = { responseId: 'resp_1', itemId: 'item_1' };
    expect(await call.hasHeard(6)).toEqual([
      { type: 'model.startedResponse', responseId: 'resp_1' },
      { itemStarted: its },
      { words: { ...its, text: 'שלום' } },
      { audio: { ...its, audio: 'AAAA' } },
      { wordsComplete: { ...its, text: 'שלום' } },
      { type: 'model.finishedResponse', responseId: 'resp_1', status: 'completed' },
    ]);
  });

  test.each([
    [
      'with its type at the end',
      `{"delta":"${'A'.repeat(400)}","response_id":"resp_1","item_id":"item_1","type":"response.output_audio.delta"}`,
    ],
    [
      'written with spaces',
      `{"type": "response.output_audio.delta", "response_id": "resp_1", "item_id": "item_1", "delta": "${'A'.repeat(400)}"}`,
    ],
  ])('an audio delta %s is heard all the same', async (_how, text) => {
    const { call, service } = await readySession();
    service.saysLiterally(text);
    await service.isUnderstood();
    expect(call.told).toEqual([{ audio: { responseId: 'resp_1', itemId: 'item_1', audio: 'A'.repeat(400) } }]);
  });

  test('junk and events nobody knows are passed over', async () => {
    const { call, service, lines } = await readySession();
    for (const junk of ['', '{', 'null', '[]', '{"type":7}', '{"type":"response.hologram.delta"}', Buffer.alloc(300)])
      service.saysLiterally(junk);
    service.says({ type: 'response.created', response: { id: 'resp_1' } });
    expect(await call.hasHeard(1)).toEqual([{ type: 'model.startedResponse', responseId: 'resp_1' }]);
    expect(lines.filter(({ event }) => event === 'model_event_ignored')).toHaveLength(6);
  });

  test('an event without the members it should have does not end the call', async () => {
    const { call, service } = await readySession();
    for (const type of ['error', 'response.created', 'response.done', 'response.output_item.added'])
      service.says({ type });
    service.says({ type: 'conversation.item.input_audio_transcription.completed', item_id: 'item_1' });
    service.says({ type: 'response.created', response: { id: 'resp_1' } });
    expect(await call.hasHeard(1)).toEqual([{ type: 'model.startedResponse', responseId: 'resp_1' }]);
  });
});

describe('errors of the service', () => {
  test.each([
    'response_cancel_not_active',
    'input_audio_buffer_commit_empty',
    'item_truncate_invalid_item_id',
    'item_delete_invalid_item_id',
    'invalid_value',
    'something_new',
    null,
  ])('%s leaves the session alive', async (code) => {
    const { call, session, service } = await readySession();
    service.errs(code);
    await service.isUnderstood();
    expect(call.told).toEqual([]);
    expect(session.append('AAAA')).toBe(true);
    expect(await service.hears('input_audio_buffer.append')).toEqual({
      type: 'input_audio_buffer.append',
      audio: 'AAAA',
    });
  });

  test('a response refused because another one runs is told as such', async () => {
    const { call, service } = await readySession();
    service.errs('conversation_already_has_active_response');
    expect(await call.hasHeard(1)).toEqual([{ type: 'model.refusedResponse' }]);
  });

  test('a session at the end of its hour is lost, but not for good', async () => {
    const { call, service } = await readySession();
    service.errs('session_expired');
    expect(await call.hasHeard(1)).toEqual([lost(false)]);
  });
});

describe('a lost session', () => {
  /** The service has seen the end of the socket, so that whatever could still come has come. */
  const isOver = (service: ScriptedSession) =>
    new Promise<void>((resolve) => {
      if (service.socket.readyState === service.socket.CLOSED) return resolve();
      service.socket.once('close', () => resolve());
    });

  test.each<[string, (service: ScriptedSession) => void, boolean]>([
    ['a fatal error', (service) => service.errs('insufficient_quota'), true],
    [
      'a key that is refused after the upgrade',
      (service) => service.closes(3000, 'invalid_request_error.invalid_api_key'),
      true,
    ],
    ['a close after a fatal error', (service) => service.closes(4000, 'invalid_request_error.invalid_model'), true],
    ['a close after an error that is not fatal', (service) => service.closes(4000, 'server_error.oops'), false],
    ['the end of its hour', (service) => service.closes(1001, 'Your session hit the maximum duration.'), false],
    ['a socket that fell', (service) => service.falls(), false],
  ])('by %s is told once, and nothing after it', async (_how, end, fatal) => {
    const { call, session, service } = await readySession();
    end(service);
    if (service.socket.readyState === service.socket.OPEN)
      service.says({ type: 'response.created', response: { id: 'resp_late' } });
    await call.hasHeard(1);
    await isOver(service);
    session.drop();
    expect(call.told).toEqual([lost(fatal)]);
    expect(session.append('AAAA')).toBe(false);
  });

  test('a fatal error and the close that follows are one loss', async () => {
    const { call, service } = await readySession();
    service.errs('invalid_api_key');
    service.closes(4000, 'invalid_request_error.invalid_api_key');
    await isOver(service);
    expect(call.told).toEqual([lost(true)]);
  });

  test.each([
    [401, true],
    [403, true],
    [404, true],
    [429, false],
    [503, false],
  ])('a refused upgrade %d is told once', async (refusal, fatal) => {
    const { call, session } = await dial({ refusal });
    expect(await call.hasHeard(1)).toEqual([lost(fatal)]);
    session.drop();
    expect(call.told).toEqual([lost(fatal)]);
  });

  test('a service that is not there is told once, and not for good', async () => {
    const model = await scriptedModel();
    await model.close();
    const call = new ListeningCall();
    const { log } = rememberedLog();
    const session = new RealtimeSession(
      {
        baseUrl: model.baseUrl,
        apiKey: 'sk-test',
        model: 'm',
        voice: 'marin',
        transcriptionModels: ['t'],
        instructions: '',
        mayConcernBooking: () => false,
        log,
      },
      call,
    );
    expect(await call.hasHeard(1)).toEqual([lost(false)]);
    session.close();
  });

  test('dropped by us is told at once, and later deltas go nowhere', async () => {
    const { call, session, service } = await readySession();
    session.drop();
    expect(call.told).toEqual([lost(false)]);
    await isOver(service);
    expect(call.told).toEqual([lost(false)]);
  });

  test('the key and the instructions are in no log line', async () => {
    const { call, service, lines } = await readySession();
    service.errs('invalid_api_key');
    await call.hasHeard(1);
    expect(JSON.stringify(lines)).not.toMatch(/sk-test|עברית/);
  });
});

describe('closed at the end of the call', () => {
  test('a session says goodbye with 1000 and tells nobody', async () => {
    const { call, session, service } = await readySession();
    const closed = new Promise((resolve) => service.socket.once('close', resolve));
    session.close();
    expect(await closed).toBe(1000);
    expect(call.told).toEqual([]);
    expect(session.append('AAAA')).toBe(false);
  });

  test('a session that is still being opened tells nobody either', async () => {
    const { model, call, session } = await dial();
    session.close();
    session.drop();
    await model.close();
    expect(call.told).toEqual([]);
  });
});
