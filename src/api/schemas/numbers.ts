import { z } from 'zod';
import { named } from './registry.ts';
import { anyId, realDate } from './values.ts';

export const numbersQuery = z.object({ businessId: anyId.optional(), from: realDate, to: realDate });

const milliseconds = z.object({ p50: z.number().nullable(), p95: z.number().nullable() });

export const numbers = named(
  'Numbers',
  z.object({
    calls: z.int(),
    bookings: z
      .int()
      .describe('Appointments made in the calls; moves and what the same call gave up again do not count'),
    callsWithBooking: z.int(),
    minutes: z.number(),
    answerMs: milliseconds.describe('The caller stopped speaking → the first audio of the answer left'),
    bargeIns: z.int(),
    bargeInMs: milliseconds.describe('The caller began to speak over an answer → the phone was cleared'),
    deadAirs: z.int().describe('Times the model owed sound and gave none'),
    refusals: z.array(z.object({ reason: z.string(), count: z.int() })),
    outcomes: z.array(z.object({ outcome: z.string(), count: z.int() })),
    cost: z
      .object({ perMinute: z.number(), total: z.number(), perCall: z.number().nullable() })
      .nullable()
      .describe('COST_PER_MINUTE × minutes; null where COST_PER_MINUTE is not set: prices are not guessed'),
    days: z.array(z.object({ date: z.string(), calls: z.int(), bookings: z.int(), minutes: z.number() })),
  }),
);
