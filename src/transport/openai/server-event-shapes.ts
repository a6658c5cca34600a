import { z } from 'zod';

const id = z.string().min(1);
const ids = { response_id: id, item_id: id };
const response = z.object({ response: z.object({ id: id.nullish(), status: z.string().nullish() }) });
const logprobs = z.array(z.object({ logprob: z.number() })).nullish();

/** What the call reads of a server event, by its type; events of other types are only known by their name. */
export const serverEventShapes: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['error', z.object({ error: z.object({ code: z.string().nullish() }) })],
  ['input_audio_buffer.speech_started', z.object({ item_id: id, audio_start_ms: z.number() })],
  ['input_audio_buffer.speech_stopped', z.object({ item_id: id, audio_end_ms: z.number() })],
  [
    'conversation.item.input_audio_transcription.completed',
    z.object({ item_id: id, transcript: z.string(), logprobs }),
  ],
  ['conversation.item.input_audio_transcription.failed', z.object({ item_id: id })],
  ['response.created', response],
  ['response.done', response],
  ['response.output_item.added', z.object({ response_id: id, item: z.object({ id: id.nullish() }) })],
  ['response.output_audio.delta', z.object({ ...ids, delta: z.string() })],
  ['response.output_audio_transcript.delta', z.object({ ...ids, delta: z.string() })],
  ['response.output_audio_transcript.done', z.object({ ...ids, transcript: z.string() })],
]);
