import { z } from 'zod';

const audioFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('audio/pcmu') }),
  z.strictObject({ type: z.literal('audio/pcma') }),
  z.strictObject({ type: z.literal('audio/pcm'), rate: z.literal(24_000).optional() }),
]);

const voice = z.union([z.string(), z.strictObject({ id: z.string() })]);
const modalities = z.array(z.enum(['text', 'audio'])).length(1);
const maxOutputTokens = z.union([z.int().min(1).max(4096), z.literal('inf')]);

const turnDetection = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('server_vad'),
    threshold: z.number().min(0).max(1).optional(),
    prefix_padding_ms: z.int().min(0).optional(),
    silence_duration_ms: z.int().min(0).optional(),
    create_response: z.boolean().optional(),
    interrupt_response: z.boolean().optional(),
    idle_timeout_ms: z.int().min(5000).max(30_000).nullable().optional(),
  }),
  z.strictObject({
    type: z.literal('semantic_vad'),
    eagerness: z.enum(['low', 'medium', 'high', 'auto']).optional(),
    create_response: z.boolean().optional(),
    interrupt_response: z.boolean().optional(),
  }),
]);

const transcription = z.strictObject({
  model: z.string().optional(),
  language: z.string().optional(),
  languages: z.array(z.string()).min(1).optional(),
  keywords: z.array(z.string()).optional(),
  prompt: z.string().optional(),
  delay: z.enum(['minimal', 'low', 'medium', 'high', 'xhigh']).optional(),
});

const tool = z.strictObject({
  type: z.literal('function'),
  name: z.string().regex(/^[\w-]{1,64}$/),
  description: z.string().optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

const toolChoice = z.union([
  z.enum(['none', 'auto', 'required']),
  z.strictObject({ type: z.literal('function'), name: z.string() }),
]);

const truncation = z.union([
  z.enum(['auto', 'disabled']),
  z.strictObject({
    type: z.literal('retention_ratio'),
    retention_ratio: z.number().min(0).max(1),
    token_limits: z.strictObject({ post_instructions: z.int().min(0).optional() }).optional(),
  }),
]);

const reasoning = z.strictObject({ effort: z.enum(['minimal', 'low', 'medium', 'high', 'xhigh']).optional() });

const audioInput = z.strictObject({
  format: audioFormat.optional(),
  noise_reduction: z
    .strictObject({ type: z.enum(['near_field', 'far_field']).optional(), strength: z.number().optional() })
    .nullable()
    .optional(),
  transcription: transcription.nullable().optional(),
  turn_detection: turnDetection.nullable().optional(),
});

const audioOutput = z.strictObject({
  format: audioFormat.optional(),
  voice: voice.optional(),
  speed: z.number().min(0.25).max(1.5).optional(),
});

/** The GA `session` of a `session.update`: the shape the live service accepts, everything else refused. */
export const sessionPatch = z.strictObject({
  type: z.literal('realtime'),
  model: z.string().optional(),
  output_modalities: modalities.optional(),
  instructions: z.string().optional(),
  tools: z.array(tool).optional(),
  tool_choice: toolChoice.optional(),
  parallel_tool_calls: z.boolean().optional(),
  reasoning: reasoning.optional(),
  max_output_tokens: maxOutputTokens.optional(),
  truncation: truncation.optional(),
  include: z.array(z.literal('item.input_audio_transcription.logprobs')).nullable().optional(),
  tracing: z.unknown().optional(),
  audio: z.strictObject({ input: audioInput.optional(), output: audioOutput.optional() }).optional(),
});

/** The GA `response` of a `response.create`. */
export const responseParameters = z.strictObject({
  conversation: z.enum(['auto', 'none']).optional(),
  metadata: z.record(z.string().max(64), z.string().max(512)).nullable().optional(),
  instructions: z.string().optional(),
  output_modalities: modalities.optional(),
  audio: z.strictObject({ output: audioOutput.omit({ speed: true }).optional() }).optional(),
  tools: z.array(tool).optional(),
  tool_choice: toolChoice.optional(),
  parallel_tool_calls: z.boolean().optional(),
  reasoning: reasoning.optional(),
  max_output_tokens: maxOutputTokens.optional(),
  input: z.array(z.record(z.string(), z.unknown())).optional(),
});

export type SessionPatch = z.infer<typeof sessionPatch>;
export type ResponseParameters = z.infer<typeof responseParameters>;
export type TurnDetection = z.infer<typeof turnDetection>;
export type AudioInput = z.infer<typeof audioInput>;
export type AudioOutput = z.infer<typeof audioOutput>;
