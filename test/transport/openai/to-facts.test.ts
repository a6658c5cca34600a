import type { RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import type { CallFact } from '../../../machines/vocabulary.ts';
import { toFact } from '../../../src/transport/openai/to-facts.ts';
import type { FactContext } from '../../../src/transport/openai/to-facts.ts';

const fresh = (): FactContext => ({ starts: new Map(), mayConcernBooking: (text) => text.includes('תור') });
/** As it comes over the wire. */
const event = (given: object): RealtimeServerEvent => JSON.parse(JSON.stringify(given)) as RealtimeServerEvent;
const transcript = (more: object): RealtimeServerEvent =>
  event({
    type: 'conversation.item.input_audio_transcription.completed',
    item_id: 'item_1',
    content_index: 0,
    ...more,
  });

test.each<[object, CallFact | null]>([
  [
    { type: 'input_audio_buffer.speech_started', audio_start_ms: 10, item_id: 'item_1' },
    { type: 'caller.startedSpeaking', itemId: 'item_1' },
  ],
  [
    { type: 'conversation.item.input_audio_transcription.failed', item_id: 'item_1', error: { code: 'x' } },
    { type: 'caller.unheard', itemId: 'item_1' },
  ],
  [
    { type: 'response.created', response: { id: 'resp_1', status: 'in_progress' } },
    { type: 'model.startedResponse', responseId: 'resp_1' },
  ],
  [{ type: 'response.created', response: {} }, null],
  ...(['completed', 'cancelled', 'failed', 'incomplete'] as const).map((status): [object, CallFact] => [
    { type: 'response.done', response: { id: 'resp_1', status } },
    { type: 'model.finishedResponse', responseId: 'resp_1', status },
  ]),
  [
    { type: 'response.done', response: { id: 'resp_1', status: 'evaporated' } },
    { type: 'model.finishedResponse', responseId: 'resp_1', status: 'completed' },
  ],
  [{ type: 'response.done', response: { status: 'completed' } }, null],
  [{ type: 'rate_limits.updated', rate_limits: [] }, null],
  [{ type: 'conversation.item.added', item: { id: 'item_1' } }, null],
  [{ type: 'input_audio_buffer.committed', item_id: 'item_1', previous_item_id: null }, null],
  [{ type: 'response.hologram.delta', item_id: 'item_1' }, null],
])('%j becomes %j', (given, fact) => {
  expect(toFact(event(given), fresh())).toEqual(fact);
});

describe('the length of a stretch of speech', () => {
  const started = (item_id: string, audio_start_ms: number) =>
    event({ type: 'input_audio_buffer.speech_started', item_id, audio_start_ms });
  const stopped = (item_id: string, audio_end_ms: number) =>
    event({ type: 'input_audio_buffer.speech_stopped', item_id, audio_end_ms });

  test.each([
    [1_000, 2_800, 1_000],
    [1_000, 2_199, 399],
    [1_000, 2_200, 400],
    [1_000, 1_500, 0],
  ])('from %d to %d is %d ms, without the padding before and the silence after', (start, end, speechMs) => {
    const context = fresh();
    toFact(started('item_1', start), context);
    expect(toFact(stopped('item_1', end), context)).toEqual({
      type: 'caller.stoppedSpeaking',
      itemId: 'item_1',
      speechMs,
    });
  });

  test('has no padding before it where it begins with the session', () => {
    const context = fresh();
    toFact(started('item_1', 0), context);
    expect(toFact(stopped('item_1', 1_160), context)).toMatchObject({ speechMs: 660 });
  });

  test('is nothing where the beginning was never told', () => {
    expect(toFact(stopped('item_1', 9_000), fresh())).toEqual({
      type: 'caller.stoppedSpeaking',
      itemId: 'item_1',
      speechMs: 0,
    });
  });

  test('is kept for each stretch by itself and forgotten at its end', () => {
    const context = fresh();
    toFact(started('item_1', 100), context);
    toFact(started('item_2', 5_000), context);
    expect(toFact(stopped('item_1', 1_900), context)).toMatchObject({ itemId: 'item_1', speechMs: 1_000 });
    expect(toFact(stopped('item_2', 6_800), context)).toMatchObject({ itemId: 'item_2', speechMs: 1_000 });
    expect(context.starts.size).toBe(0);
  });
});

describe('what the caller said', () => {
  test('is told to the letter, with its words counted and the mean of its log probabilities', () => {
    const logprobs = [
      { token: 'אני', logprob: -0.5, bytes: [] },
      { token: ' תור', logprob: -1.5, bytes: [] },
    ];
    expect(toFact(transcript({ transcript: ' אני  רוצה\nתור ', logprobs }), fresh())).toEqual({
      type: 'caller.said',
      itemId: 'item_1',
      text: ' אני  רוצה\nתור ',
      words: 3,
      confidence: -1,
      mayConcernBooking: true,
    });
  });

  test.each([[{}], [{ logprobs: null }], [{ logprobs: [] }]])('has no confidence with %j', (more) => {
    expect(toFact(transcript({ transcript: 'שלום', ...more }), fresh())).toEqual({
      type: 'caller.said',
      itemId: 'item_1',
      text: 'שלום',
      words: 1,
      confidence: null,
      mayConcernBooking: false,
    });
  });

  test.each(['', '   ', '\n'])('«%s» is no word', (text) => {
    expect(toFact(transcript({ transcript: text }), fresh())).toMatchObject({ text, words: 0 });
  });
});
