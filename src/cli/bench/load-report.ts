import { z } from 'zod';
import { distribution } from './samples.ts';

const interruption = z.object({
  call: z.number(),
  turn: z.number(),
  /** Number of the answer that was cut. */
  answer: z.number(),
  spokenUs: z.number(),
  clearedUs: z.number().nullable(),
  /** Of the cut answer, at the moment of `clear`. */
  heardMs: z.number().nullable(),
  /** Audio of the cut answer that still came after `clear`. */
  staleMs: z.number(),
});

/** What the phones saw in the measured window. */
export const loadReport = z.object({
  connected: z.number(),
  live: z.number(),
  framesSent: z.number(),
  unanswered: z.number(),
  strayMessages: z.number(),
  /** Caller quiet to first audio of the answer, milliseconds. */
  answerStart: distribution.nullable(),
  interruptions: z.array(interruption),
});

export type LoadReport = z.infer<typeof loadReport>;
export type Interruption = z.infer<typeof interruption>;

/** How a call reaches the server under test: its stream at once, or through the voice webhook as Twilio does. */
export const route = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stream'), url: z.string() }),
  z.object({ kind: z.literal('webhook'), url: z.string(), authToken: z.string(), to: z.string() }),
]);
export type Route = z.infer<typeof route>;

export const loadRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('place'), calls: z.number(), route }),
  z.object({ kind: z.literal('begin') }),
  z.object({ kind: z.literal('report') }),
  z.object({ kind: z.literal('hangUp') }),
]);
export type LoadRequest = z.infer<typeof loadRequest>;
