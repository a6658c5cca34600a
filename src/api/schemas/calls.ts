import { z } from 'zod';
import { pageOf, pageQuery } from './lists.ts';
import { named } from './registry.ts';
import { anyId, instant, nameText, realDate } from './values.ts';
import { wish } from './wish.ts';

const callKind = z.enum(['phone', 'test', 'practice'], 'Give phone, test or practice.');

const call = named(
  'Call',
  z.object({
    callSid: z.string(),
    kind: callKind,
    businessId: anyId,
    leadId: anyId.nullable(),
    from: z.string().nullable(),
    startedAt: instant,
    endedAt: instant.nullable(),
    outcome: z.string().nullable(),
    wish,
    live: z.boolean(),
    lastRequestedTime: instant.nullable(),
    lastConfirmedTime: instant.nullable(),
    lastAppointmentId: anyId.nullable(),
    node: z.string().nullable(),
    epoch: z.int(),
  }),
);

export const callPage = pageOf('CallPage', call);

export const callQuery = z.object({
  businessId: anyId.optional(),
  leadId: anyId.optional(),
  live: z.enum(['true', 'false'], 'Give true or false.').optional(),
  kind: callKind.optional(),
  outcome: nameText(100).optional(),
  from: realDate.optional(),
  to: realDate.optional(),
  q: nameText(100).optional().describe('Part of the name or number of the caller, or the CallSid'),
  ...pageQuery(100, 500),
});

const callEvent = named('CallEvent', z.object({ seq: z.int(), ms: z.number(), fact: z.unknown() }));

export const callEventPage = named('CallEventPage', z.object({ items: z.array(callEvent) }));

const heardSentence = named(
  'HeardSentence',
  z.object({
    text: z.string(),
    heardText: z.string(),
    generatedMs: z.number(),
    sentMs: z.number(),
    heardMs: z.number(),
    cutAtMs: z.number().nullable().describe('Where in its audio it was cut; null where it was heard to its end'),
  }),
);

const transcriptLine = named(
  'TranscriptLine',
  z.object({
    speaker: z.string(),
    text: z.string(),
    itemId: z.string(),
    startedMs: z.number(),
    heardMs: z.number().nullable(),
    cut: z.boolean(),
    generatedMs: z.number().nullable().describe('Audio the voice model made of the line'),
    sentMs: z.number().nullable().describe('Audio of the line the phone was sent'),
    heardText: z.string().nullable().describe('The words of `text` that were heard; null where nobody measured it'),
    sentences: z.array(heardSentence).describe('The line sentence by sentence; they add up to the line'),
  }),
);

export const callStory = named(
  'CallStory',
  z.object({
    session: call,
    state: z.unknown().describe('The state value of a call that is live on this node, else null'),
    timeline: z.array(callEvent),
    transcript: z.array(transcriptLine),
  }),
);

export const callParams = z.object({ callSid: z.string().regex(/^[\w.:-]{1,64}$/) });

const fact = z.looseObject({ type: z.string() });

export const callReplay = named(
  'CallReplay',
  z.object({
    frames: z.array(
      z.object({
        seq: z.int(),
        ms: z.number(),
        fact,
        state: z.unknown().describe('State value of the machine after the fact'),
        given: z.array(fact).describe('What the machine gave out for it'),
      }),
    ),
    identical: z.boolean(),
    firstDifference: z
      .object({
        seq: z.int(),
        ms: z.number(),
        fact: z.string(),
        state: z.unknown(),
        recorded: z.array(z.string()),
        given: z.array(z.string()),
      })
      .optional(),
  }),
);

export const callScript = named('CallScript', z.object({ yaml: z.string() }));

export const callLog = named(
  'CallLog',
  z.object({ call, events: z.array(callEvent), transcript: z.array(transcriptLine) }),
);
