import { z } from 'zod';

const common = {
  id: z.string().optional(),
  object: z.literal('realtime.item').optional(),
  status: z.enum(['completed', 'incomplete', 'in_progress']).optional(),
};
const inputText = z.strictObject({ type: z.literal('input_text'), text: z.string() });
const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

const userContent = z.discriminatedUnion('type', [
  inputText,
  z.strictObject({ type: z.literal('input_audio'), audio: base64, transcript: z.string().optional() }),
  z.strictObject({
    type: z.literal('input_image'),
    image_url: z.string(),
    detail: z.enum(['auto', 'low', 'high']).optional(),
  }),
]);

const message = z.discriminatedUnion('role', [
  z.strictObject({
    ...common,
    type: z.literal('message'),
    role: z.literal('system'),
    content: z.array(z.discriminatedUnion('type', [inputText])),
  }),
  z.strictObject({ ...common, type: z.literal('message'), role: z.literal('user'), content: z.array(userContent) }),
  z.strictObject({
    ...common,
    type: z.literal('message'),
    role: z.literal('assistant'),
    content: z.array(
      z.discriminatedUnion('type', [z.strictObject({ type: z.literal('output_text'), text: z.string() })]),
    ),
  }),
]);

/** A conversation item as a client may create it. Assistant audio cannot be recreated. */
export const clientItem = z.discriminatedUnion('type', [
  message,
  z.strictObject({
    ...common,
    type: z.literal('function_call'),
    name: z.string(),
    arguments: z.string(),
    call_id: z.string().optional(),
  }),
  z.strictObject({ ...common, type: z.literal('function_call_output'), call_id: z.string(), output: z.string() }),
]);

export type ClientItem = z.infer<typeof clientItem>;

/** All the words of an item, in order. */
export function textOfItem(item: ClientItem): string {
  if (item.type === 'function_call') return item.arguments;
  if (item.type === 'function_call_output') return item.output;
  return item.content
    .map((part) => ('text' in part ? part.text : 'transcript' in part ? (part.transcript ?? '') : ''))
    .join(' ');
}
