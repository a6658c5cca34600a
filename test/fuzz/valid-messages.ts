/** One of each message that Twilio sends on a stream. */
export const twilioFrames: readonly unknown[] = [
  { event: 'connected', protocol: 'Call', version: '1.0.0' },
  {
    event: 'start',
    sequenceNumber: '1',
    streamSid: 'MZ1',
    start: {
      callSid: 'CA1',
      customParameters: {},
      mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
    },
  },
  {
    event: 'media',
    sequenceNumber: '2',
    streamSid: 'MZ1',
    media: { track: 'inbound', chunk: '1', timestamp: '20', payload: '/////w==' },
  },
  {
    event: 'media',
    sequenceNumber: '3',
    streamSid: 'MZ1',
    media: { track: 'inbound', chunk: '2', timestamp: '999999999', payload: '/////w==' },
  },
  { event: 'mark', sequenceNumber: '4', streamSid: 'MZ1', mark: { name: 'a' } },
  { event: 'dtmf', sequenceNumber: '5', streamSid: 'MZ1', dtmf: { track: 'inbound_track', digit: '5' } },
];

const ids = { response_id: 'resp_1', item_id: 'item_1', output_index: 0, content_index: 0 };

/** One of each event of the voice model that a call reads, and some it does not. */
export const modelEvents: readonly unknown[] = [
  { type: 'session.created', session: { id: 'sess_1' } },
  { type: 'session.updated', session: { id: 'sess_1' } },
  { type: 'error', error: { type: 'invalid_request_error', code: 'session_expired', message: 'over', event_id: null } },
  { type: 'input_audio_buffer.speech_started', item_id: 'item_1', audio_start_ms: 100 },
  { type: 'input_audio_buffer.speech_stopped', item_id: 'item_1', audio_end_ms: 1_900 },
  {
    type: 'conversation.item.input_audio_transcription.completed',
    item_id: 'item_1',
    transcript: 'מחר בעשר',
    logprobs: [{ logprob: -0.1 }],
  },
  { type: 'conversation.item.input_audio_transcription.failed', item_id: 'item_1' },
  { type: 'response.created', response: { id: 'resp_1', status: 'in_progress' } },
  { type: 'response.done', response: { id: 'resp_1', status: 'completed', output: [] } },
  { type: 'response.output_item.added', response_id: 'resp_1', item: { id: 'item_1' } },
  { type: 'response.output_audio.delta', ...ids, delta: '/////w==' },
  { type: 'response.output_audio_transcript.delta', ...ids, delta: 'התור נקבע' },
  { type: 'response.output_audio_transcript.done', ...ids, transcript: 'התור נקבע' },
  { type: 'rate_limits.updated', rate_limits: [] },
];
