import { readClientEvent } from '../../../src/practice/model/client-events.ts';

function refusal(event: unknown) {
  const read = readClientEvent(typeof event === 'string' ? event : JSON.stringify(event));
  return read.kind === 'refused' ? [read.problem.code, read.problem.param] : read.kind;
}

const SESSION = {
  type: 'realtime',
  instructions: 'דברי עברית.',
  include: ['item.input_audio_transcription.logprobs'],
  audio: {
    input: {
      format: { type: 'audio/pcmu' },
      transcription: { model: 'gpt-4o-transcribe', language: 'he' },
      noise_reduction: null,
      turn_detection: { type: 'server_vad', create_response: false, interrupt_response: false },
    },
    output: { format: { type: 'audio/pcmu' }, voice: 'marin' },
  },
};

test.each([
  { type: 'session.update', session: SESSION },
  { type: 'input_audio_buffer.append', audio: '//8=' },
  { type: 'response.create' },
  { type: 'response.create', response: { instructions: 'קצר', metadata: { asked: '7' } } },
  { type: 'response.cancel', response_id: 'resp_1' },
  { type: 'conversation.item.truncate', item_id: 'item_1', content_index: 0, audio_end_ms: 120 },
  {
    type: 'conversation.item.create',
    item: { type: 'message', role: 'system', content: [{ type: 'input_text', text: 'x' }] },
  },
])('takes $type as the live service does', (event) => {
  expect(readClientEvent(JSON.stringify(event))).toEqual({ kind: 'accepted', event });
});

test.each([
  ['no JSON', '{', ['invalid_event', null]],
  ['no type', { event_id: 'e1' }, ['invalid_event', null]],
  ['an unknown type', { type: 'response.begin' }, ['invalid_value', 'type']],
  [
    'a beta field',
    { type: 'session.update', session: { type: 'realtime', modalities: ['audio'] } },
    ['unknown_parameter', 'session.modalities'],
  ],
  [
    'no session type',
    { type: 'session.update', session: { instructions: '' } },
    ['missing_required_parameter', 'session.type'],
  ],
  [
    'a rate with mu-law',
    {
      type: 'session.update',
      session: { type: 'realtime', audio: { input: { format: { type: 'audio/pcmu', rate: 8000 } } } },
    },
    ['unknown_parameter', 'session.audio.input.format.rate'],
  ],
  [
    'a fractional truncation',
    { type: 'conversation.item.truncate', item_id: 'i', content_index: 0, audio_end_ms: 10.5 },
    ['invalid_value', 'audio_end_ms'],
  ],
  [
    'assistant audio',
    {
      type: 'conversation.item.create',
      item: { type: 'message', role: 'assistant', content: [{ type: 'output_audio' }] },
    },
    ['invalid_value', 'item.content[0].type'],
  ],
  [
    'a message without content',
    { type: 'conversation.item.create', item: { type: 'message', role: 'system' } },
    ['missing_required_parameter', 'item.content'],
  ],
  ['audio that is not base64', { type: 'input_audio_buffer.append', audio: 'שלום' }, ['invalid_value', 'audio']],
])('refuses %s with the code of the live service', (_name, event, expected) => {
  expect(refusal(event)).toEqual(expected);
});

test('a refusal names the event it is about', () => {
  const read = readClientEvent(JSON.stringify({ type: 'response.cancel', event_id: 'mine', extra: 1 }));
  expect(read).toEqual({
    kind: 'refused',
    problem: { code: 'unknown_parameter', message: "Unknown parameter: 'extra'.", param: 'extra', eventId: 'mine' },
  });
});
