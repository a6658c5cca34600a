import {
  appendMessage,
  headOf,
  isUnread,
  readServerEvent,
  sliceAudioDelta,
  sliceWordsDelta,
} from '../../../src/transport/openai/messages.ts';

const hello = Buffer.from(Buffer.from('hello').toString('base64'));
/** The event as it comes over the wire. */
const audioIn = (text: string) => sliceAudioDelta(Buffer.from(text), headOf(Buffer.from(text)));
const wordsIn = (text: string) => sliceWordsDelta(Buffer.from(text), headOf(Buffer.from(text)));

describe('an audio delta', () => {
  test.each([
    [
      'type first',
      '{"type":"response.output_audio.delta","event_id":"event_1","response_id":"resp_1","item_id":"item_1","output_index":0,"content_index":0,"delta":"aGVsbG8="}',
    ],
    [
      'event_id first',
      '{"event_id":"event_1","type":"response.output_audio.delta","response_id":"resp_1","item_id":"item_1","output_index":0,"content_index":0,"delta":"aGVsbG8="}',
    ],
    [
      'item before response and more after the audio',
      '{"type":"response.output_audio.delta","item_id":"item_1","response_id":"resp_1","delta":"aGVsbG8=","event_id":"event_1"}',
    ],
  ])('is cut out of its bytes with %s', (_order, text) => {
    expect(audioIn(text)).toEqual({ responseId: 'resp_1', itemId: 'item_1', audio: hello });
  });

  test('keeps every character of base64', () => {
    const audio = 'AZaz09+/'.repeat(20_000);
    const text = `{"type":"response.output_audio.delta","response_id":"r","item_id":"i","delta":"${audio}"}`;
    expect(audioIn(text)?.audio.toString()).toBe(audio);
  });

  test.each([
    ['without a response', '{"type":"response.output_audio.delta","item_id":"i","delta":"AAAA"}'],
    ['without an item', '{"type":"response.output_audio.delta","response_id":"r","delta":"AAAA"}'],
    ['without audio', '{"type":"response.output_audio.delta","response_id":"r","item_id":"i","delta":""}'],
    ['without an end', '{"type":"response.output_audio.delta","response_id":"r","item_id":"i","delta":"AAAA'],
    [
      'whose ids come after its audio',
      `{"type":"response.output_audio.delta","delta":"${'A'.repeat(600)}","response_id":"r","item_id":"i"}`,
    ],
  ])('%s is left to be parsed', (_what, text) => {
    expect(audioIn(text)).toBeNull();
  });

  test.each([
    '{"type":"response.output_audio.done","response_id":"r","item_id":"i","delta":"AAAA"}',
    '{"type":"response.output_audio_transcript.delta","response_id":"r","item_id":"i","delta":"שלום"}',
    '{"type":"response.output_audio_transcript.delta","response_id":"r","item_id":"i","delta":"\\"response.output_audio.delta\\""}',
    '',
    'null',
  ])('%s is another event', (text) => {
    expect(audioIn(text)).toBeNull();
  });
});

describe('a delta of words', () => {
  const delta = (words: string) =>
    `{"type":"response.output_audio_transcript.delta","event_id":"event_1","response_id":"resp_1","item_id":"item_1","output_index":0,"content_index":0,"delta":${words}}`;

  test('is cut out of its bytes, in Hebrew too', () => {
    expect(wordsIn(delta('"קבעתי לך תור 😊"'))).toEqual({
      responseId: 'resp_1',
      itemId: 'item_1',
      text: 'קבעתי לך תור 😊',
    });
  });

  test.each([
    ['with a quote in it', delta('"ה\\"סלון"')],
    ['with its letters escaped', delta('"\\u05e9"')],
    ['without a word', delta('""')],
    ['that is no text', delta('null')],
    ['that is audio', '{"type":"response.output_audio.delta","response_id":"r","item_id":"i","delta":"AAAA"}'],
  ])('%s is left to be parsed', (_what, text) => {
    expect(wordsIn(text)).toBeNull();
  });
});

describe('an event of which nothing is read', () => {
  test.each([
    '{"type":"response.content_part.added","event_id":"event_1","part":{"type":"audio"}}',
    '{"event_id":"event_1","type":"rate_limits.updated","rate_limits":[]}',
    '{"type":"response.hologram.delta"',
  ])('%s is known by its type', (text) => {
    expect(isUnread(text)).toBe(true);
  });

  test.each([
    '{"type":"response.done","response":{"id":"r"}}',
    '{"type":"session.created","session":{}}',
    '{"type":"session.updated","session":{}}',
    '{"event_id":"event_1","type":"error","error":{}}',
    '{"response":{"type":"something"},"type":"response.done"}',
    '{"item":{"type":"message"}}',
    '[]',
    '',
  ])('%s is read, or its type cannot be seen', (text) => {
    expect(isUnread(text)).toBe(false);
  });
});

describe('any other event', () => {
  test('is read by its type, known or not', () => {
    expect(readServerEvent('{"type":"rate_limits.updated","rate_limits":[]}')).toEqual({
      type: 'rate_limits.updated',
      rate_limits: [],
    });
    expect(readServerEvent('{"type":"response.hologram.delta"}')).toEqual({ type: 'response.hologram.delta' });
  });

  test.each(['', 'null', '[]', '"type"', '7', '{}', '{"type":7}', '{"type":"a"', '\ufeff{"type":"a"}'])(
    '«%s» is no event',
    (text) => {
      expect(readServerEvent(text)).toBeNull();
    },
  );

  test.each([
    '{"type":"error"}',
    '{"type":"error","error":{"code":7}}',
    '{"type":"response.created"}',
    '{"type":"response.done","response":null}',
    '{"type":"response.output_item.added","response_id":"r"}',
    '{"type":"response.output_audio.delta","response_id":"r","item_id":"i"}',
    '{"type":"response.output_audio_transcript.delta","response_id":"r","item_id":"i","delta":null}',
    '{"type":"input_audio_buffer.speech_started","item_id":"i","audio_start_ms":"7"}',
    '{"type":"conversation.item.input_audio_transcription.completed","item_id":"i"}',
    '{"type":"conversation.item.input_audio_transcription.completed","item_id":"i","transcript":"א","logprobs":[null]}',
  ])('%s lacks what is read of it', (text) => {
    expect(readServerEvent(text)).toBeNull();
  });
});

test('caller audio is appended as these bytes', () => {
  expect(appendMessage('/v7+').toString('latin1')).toBe('{"type":"input_audio_buffer.append","audio":"/v7+"}');
});
