import OpenAI from 'openai';
import type { Answer, PracticeBrain } from '../../../src/practice/brain/brain.ts';
import { createFreePracticeBrain } from '../../../src/practice/brain/free-practice-brain.ts';
import type { PracticeModel } from '../../../src/practice/model/practice-model.ts';
import { startPracticeModel } from '../../../src/practice/model/practice-model.ts';
import type { Races } from '../../../src/practice/model/races.ts';
import { CallerVoice } from '../../../src/practice/phone/caller-voice.ts';
import { RealtimeClient } from '../support/realtime-client.ts';

const LONG = 'יש לנו הרבה שירותים ואני אספר לך עליהם בפירוט רב כדי שתוכלי לבחור';
const LISTENING = {
  type: 'realtime',
  include: ['item.input_audio_transcription.logprobs'],
  audio: {
    input: {
      format: { type: 'audio/pcmu' },
      transcription: { model: 'gpt-4o-transcribe', language: 'he' },
      turn_detection: { type: 'server_vad', create_response: false, interrupt_response: false },
    },
    output: { format: { type: 'audio/pcmu' } },
  },
};

let model: PracticeModel;
let client: RealtimeClient;

beforeEach(async () => {
  model = await startPracticeModel({ brain: createFreePracticeBrain(), apiKey: 'key' });
});

afterEach(async () => {
  client.close();
  await model.close();
});

function connect(answer: Partial<Answer> = {}, races: Partial<Races> = {}): RealtimeClient {
  const brain: PracticeBrain = { ...createFreePracticeBrain(), answer: () => ({ items: [LONG], ...answer }) };
  model.steer({ brain, races: { createdMs: 5, firstAudioMs: 5, ...races } });
  client = new RealtimeClient(model.baseUrl);
  return client;
}

function speak(text: string, frames: number): void {
  const voice = new CallerVoice({ starts: () => undefined, ends: () => undefined });
  void voice.say(1, text);
  for (let frame = 0; frame < frames; frame++) {
    client.send({ type: 'input_audio_buffer.append', audio: voice.nextFrame().toString('base64') });
  }
}

test('a session has the mind of whoever its instructions name, the parser that of who was heard last', async () => {
  const said = (line: string): PracticeBrain => ({
    ...createFreePracticeBrain(),
    answer: () => ({ items: [line] }),
    parse: () => ({ kind: 'read', wish: { action: 'none', name: line } }),
  });
  const races = { createdMs: 5, firstAudioMs: 5 };
  const seen: string[] = [];
  for (const whose of ['+97231111111', '+97232222222'])
    model.steer({ brain: said(whose), whose, races, observe: (news) => void seen.push(`${whose} ${news.kind}`) });
  connect();
  await client.next('session.created');
  client.send({ type: 'session.update', session: { type: 'realtime', instructions: 'העסק: +97232222222' } });
  await client.next('session.updated');
  client.send({ type: 'response.create' });
  const done = await client.next('response.output_audio_transcript.done');
  expect(done['transcript']).toBe('+97232222222');
  expect(seen.slice(0, 2)).toEqual(['+97232222222 session.opened', '+97232222222 client.sent']);
  expect(seen.filter((news) => news.startsWith('+97231111111'))).toEqual([]);
});

test('the session is shown in full, and an update changes only what it names', async () => {
  connect();
  const created = await client.next('session.created');
  expect(created['session']).toEqual(
    expect.objectContaining({
      type: 'realtime',
      object: 'realtime.session',
      model: 'gpt-realtime-2.1',
      include: null,
      prompt: null,
    }),
  );
  client.send({ type: 'session.update', session: LISTENING });
  const updated = await client.next('session.updated');
  expect(updated['session']).toEqual(
    expect.objectContaining({
      instructions: '',
      include: LISTENING.include,
      audio: {
        input: {
          ...LISTENING.audio.input,
          noise_reduction: null,
          turn_detection: {
            type: 'server_vad',
            threshold: 0.5,
            prefix_padding_ms: 300,
            silence_duration_ms: 500,
            idle_timeout_ms: null,
            create_response: false,
            interrupt_response: false,
          },
        },
        output: { format: { type: 'audio/pcmu' }, voice: 'marin', speed: 1 },
      },
    }),
  );
});

test('a wrong update changes nothing', async () => {
  connect();
  await client.next('session.created');
  client.send({
    type: 'session.update',
    event_id: 'mine',
    session: { type: 'realtime', instructions: 'x', temperature: 1 },
  });
  expect((await client.next('error'))['error']).toEqual({
    type: 'invalid_request_error',
    code: 'unknown_parameter',
    message: "Unknown parameter: 'session.temperature'.",
    param: 'session.temperature',
    event_id: 'mine',
  });
  client.send({ type: 'session.update', session: { type: 'realtime' } });
  expect((await client.next('session.updated'))['session']).toEqual(expect.objectContaining({ instructions: '' }));
});

test('an answer comes in the order of the live service, the words ahead of the audio', async () => {
  connect({ items: ['שלום לך'] }, { speed: 50 });
  await client.next('session.created');
  client.send({ type: 'response.create' });
  await client.next('rate_limits.updated');
  const order = client.typesSoFar().filter((type, index, all) => type !== all[index - 1]);
  expect(order).toEqual([
    'session.created',
    'response.created',
    'response.output_item.added',
    'conversation.item.added',
    'response.content_part.added',
    'response.output_audio_transcript.delta',
    'response.output_audio.delta',
    'response.output_audio.done',
    'response.output_audio_transcript.done',
    'response.content_part.done',
    'response.output_item.done',
    'conversation.item.done',
    'response.done',
    'rate_limits.updated',
  ]);
});

test('several audio items come in one response', async () => {
  connect({ items: ['רגע אחד', 'הנה התשובה'] }, { speed: 50 });
  await client.next('session.created');
  client.send({ type: 'response.create' });
  const done = await client.next('response.done');
  const item = (transcript: string): unknown =>
    expect.objectContaining({ status: 'completed', content: [{ type: 'output_audio', transcript }] });
  expect(done['response']).toEqual(
    expect.objectContaining({ status: 'completed', output: ['רגע אחד', 'הנה התשובה'].map(item) }),
  );
});

test('only one response is live; a cancel lets late deltas through and names its reason', async () => {
  connect({}, { speed: 2, lateDeltas: 2 });
  await client.next('session.created');
  client.send({ type: 'response.create' });
  await client.next('response.output_audio.delta');
  client.send({ type: 'response.create' });
  expect((await client.next('error'))['error']).toEqual(
    expect.objectContaining({ code: 'conversation_already_has_active_response' }),
  );
  client.send({ type: 'response.cancel' });
  const done = await client.next('response.done');
  expect(done['response']).toEqual(
    expect.objectContaining({ status: 'cancelled', status_details: { type: 'cancelled', reason: 'client_cancelled' } }),
  );
  client.send({ type: 'response.cancel' });
  expect((await client.next('error'))['error']).toEqual(
    expect.objectContaining({ code: 'response_cancel_not_active' }),
  );
});

test('a cancel before response.created is a no-op', async () => {
  connect({ items: ['שלום'] }, { createdMs: 60, speed: 50 });
  await client.next('session.created');
  client.send({ type: 'response.create' });
  client.send({ type: 'response.cancel' });
  await client.next('error');
  const done = await client.next('response.done');
  expect(done['response']).toEqual(expect.objectContaining({ status: 'completed' }));
});

test('audio cannot be truncated beyond its length, and the voice is fixed once it was heard', async () => {
  connect({ items: ['שלום'] }, { speed: 50 });
  await client.next('session.created');
  client.send({ type: 'response.create' });
  const added = await client.next('response.output_audio.delta');
  await client.next('response.done');
  const item_id = added['item_id'];
  client.send({ type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms: 90_000 });
  expect((await client.next('error'))['error']).toEqual(
    expect.objectContaining({ code: 'invalid_value', param: 'audio_end_ms' }),
  );
  client.send({ type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms: 40 });
  expect(await client.next('conversation.item.truncated')).toEqual(
    expect.objectContaining({ item_id, audio_end_ms: 40 }),
  );
  client.send({ type: 'session.update', session: { type: 'realtime', audio: { output: { voice: 'cedar' } } } });
  expect((await client.next('error'))['error']).toEqual(expect.objectContaining({ code: 'cannot_update_voice' }));
  client.send({ type: 'conversation.item.delete', item_id });
  expect(await client.next('conversation.item.deleted')).toEqual(expect.objectContaining({ item_id }));
});

test('the caller is heard, transcribed word for word, and not answered unless asked', async () => {
  connect();
  await client.next('session.created');
  client.send({ type: 'session.update', session: LISTENING });
  await client.next('session.updated');
  speak('אפשר תור מחר', 100);
  const started = await client.next('input_audio_buffer.speech_started');
  const stopped = await client.next('input_audio_buffer.speech_stopped');
  expect(started['item_id']).toBe(stopped['item_id']);
  await client.next('input_audio_buffer.committed');
  const completed = await client.next('conversation.item.input_audio_transcription.completed');
  expect(completed).toEqual(
    expect.objectContaining({ item_id: started['item_id'], transcript: 'אפשר תור מחר', content_index: 0 }),
  );
  expect(completed['logprobs']).toHaveLength(3);
  expect(client.typesSoFar()).not.toContain('response.created');
});

test('with create_response and interrupt_response the service takes the turns', async () => {
  connect({}, { speed: 2 });
  await client.next('session.created');
  const turn_detection = { type: 'server_vad' };
  client.send({
    type: 'session.update',
    session: { type: 'realtime', audio: { input: { format: { type: 'audio/pcmu' }, turn_detection } } },
  });
  await client.next('session.updated');
  speak('שלום', 60);
  await client.next('response.created');
  speak('רגע', 5);
  const done = await client.next('response.done');
  expect(done['response']).toEqual(
    expect.objectContaining({ status: 'cancelled', status_details: { type: 'cancelled', reason: 'turn_detected' } }),
  );
});

test.each([
  ['failed', 'failed'],
  ['mute', 'cancelled'],
] as const)('a response can be %s', async (fate, status) => {
  connect({ fate });
  await client.next('session.created');
  client.send({ type: 'response.create' });
  await client.next('response.created');
  if (fate === 'mute') client.send({ type: 'response.cancel' });
  expect((await client.next('response.done'))['response']).toEqual(expect.objectContaining({ status }));
  expect(client.typesSoFar()).not.toContain('response.output_audio.delta');
});

test('the socket can drop in the middle of a word, and a session can expire', async () => {
  connect({ dropAfterMs: 200 });
  await client.next('session.created');
  client.send({ type: 'response.create' });
  expect(await client.closed).toBe(1006);
  connect({}, { expireAfterMs: 20 });
  expect((await client.next('error'))['error']).toEqual(expect.objectContaining({ code: 'session_expired' }));
  expect(await client.closed).toBe(1001);
});

test('the beta header and a wrong key are refused', async () => {
  client = new RealtimeClient(model.baseUrl, { authorization: 'Bearer key', 'openai-beta': 'realtime=v1' });
  expect((await client.next('error'))['error']).toEqual(expect.objectContaining({ code: 'beta_api_shape_disabled' }));
  expect(await client.closed).toBe(4000);
  client = new RealtimeClient(model.baseUrl, { authorization: 'Bearer wrong' });
  expect(await client.closed).toBe(1006);
});

describe('the parser', () => {
  const schema = {
    type: 'object',
    properties: { action: { type: 'string' }, date: { type: ['string', 'null'] }, mood: { type: ['string', 'null'] } },
    required: ['action', 'date', 'mood'],
    additionalProperties: false,
  };
  const request = {
    model: 'gpt-4o-mini',
    messages: [
      { role: 'system' as const, content: 'היום 2026-11-23' },
      { role: 'user' as const, content: 'אפשר מחר?' },
    ],
    response_format: { type: 'json_schema' as const, json_schema: { name: 'wish', strict: true, schema } },
  };
  const openai = () => new OpenAI({ apiKey: 'key', baseURL: model.baseUrl, maxRetries: 0 });

  beforeEach(() => connect());

  test('answers in the shape of the schema', async () => {
    const completion = await openai().chat.completions.create(request);
    expect(JSON.parse(completion.choices[0]?.message.content ?? '')).toEqual({
      action: 'ask',
      date: '2026-11-24',
      mood: null,
    });
  });

  test('refuses a request that is not strict', async () => {
    const loose = { ...request, response_format: { type: 'json_object' as const } };
    await expect(openai().chat.completions.create(loose)).rejects.toMatchObject({ status: 400 });
  });

  test.each([
    ['serverError', 500],
    ['rateLimited', 429],
    ['gone', 404],
  ] as const)('can be in trouble: %s', async (trouble, status) => {
    const brain: PracticeBrain = { ...createFreePracticeBrain(), parse: () => ({ kind: 'trouble', trouble }) };
    model.steer({ brain });
    await expect(openai().chat.completions.create(request)).rejects.toMatchObject({ status });
  });

  test('lists its models', async () => {
    const ids = (await openai().models.list()).data.map((entry) => entry.id);
    expect(ids).toEqual(expect.arrayContaining(['gpt-realtime-2.1', 'gpt-4o-mini']));
  });
});
