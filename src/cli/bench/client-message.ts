import { z } from 'zod';

const turnDetection = z.object({
  prefix_padding_ms: z.number().optional(),
  silence_duration_ms: z.number().optional(),
});
const input = z.object({ turn_detection: turnDetection.nullish() });
const session = z.looseObject({ audio: z.looseObject({ input: input.optional() }).optional() });

const clientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('input_audio_buffer.append'), audio: z.string() }),
  z.object({ type: z.literal('session.update'), session }),
  z.object({ type: z.literal('response.create') }),
  z.object({ type: z.literal('response.cancel') }),
  z.object({ type: z.literal('conversation.item.truncate'), item_id: z.string(), audio_end_ms: z.number() }),
  z.object({ type: z.literal('conversation.item.create'), item: z.looseObject({ id: z.string().optional() }) }),
]);

export type ClientMessage = z.infer<typeof clientMessage>;

/** What a client of the realtime API said; null for what the bench's model need not answer. */
export function readClientMessage(text: string): ClientMessage | null {
  const read = clientMessage.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}
