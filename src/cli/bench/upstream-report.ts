import { z } from 'zod';
import { distribution } from './samples.ts';

const heardInterruption = z.object({
  call: z.number(),
  turn: z.number(),
  /** `speech_started` left. */
  startedUs: z.number(),
  truncation: z.object({ answer: z.number(), audioEndMs: z.number() }).nullable(),
});

/** What the model side saw in the measured window. */
export const upstreamReport = z.object({
  framesHeard: z.number(),
  framesLost: z.number(),
  framesOfOthers: z.number(),
  /** Caller's frame sent to read here, milliseconds. */
  frameLatency: distribution.nullable(),
  errors: z.record(z.string(), z.number()),
  interruptions: z.array(heardInterruption),
});

export type UpstreamReport = z.infer<typeof upstreamReport>;
export type HeardInterruption = z.infer<typeof heardInterruption>;

export const upstreamRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listen') }),
  z.object({ kind: z.literal('begin') }),
  z.object({ kind: z.literal('report') }),
]);
export type UpstreamRequest = z.infer<typeof upstreamRequest>;
