import { z } from 'zod';
import { readScriptDate, withScriptDates } from './script-dates.ts';

const dated = z.string().transform((text) => withScriptDates(text));
const date = z.string().transform((text, context) => {
  const read = readScriptDate(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'Write today, tomorrow, in 3 days, next tuesday or YYYY-MM-DD.' });
  return z.NEVER;
});
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Write the time as "HH:MM", in quotes.');
const milliseconds = z.int().min(0).max(120_000);

const wish = z.strictObject({
  action: z.enum(['ask', 'confirm', 'none']).default('none'),
  date: date.optional(),
  time: time.optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  intent: z.enum(['decline', 'hear', 'move', 'cancel', 'waitlist', 'another']).optional(),
});

const DEEDS = ['say', 'press', 'noiseMs', 'silentMs', 'noAnswerMs', 'hangUp'] as const;

const step = z
  .strictObject({
    /* when */
    after: z.string().optional(),
    overMs: milliseconds.optional(),
    atMs: milliseconds.optional(),
    pauseMs: milliseconds.optional(),
    /* what */
    say: dated.optional(),
    press: z
      .string()
      .regex(/^[\d*#]+$/u, 'Write keys as "0501234567#", in quotes.')
      .optional(),
    noiseMs: milliseconds.optional(),
    silentMs: milliseconds.optional(),
    noAnswerMs: milliseconds.optional(),
    hangUp: z.literal(true).optional(),
    /* how it is said, heard and understood */
    voiceMs: milliseconds.optional(),
    heardAs: z.string().optional(),
    confidence: z.number().max(0).optional(),
    transcript: z.enum(['failed', 'twice', 'never']).optional(),
    transcriptMs: milliseconds.optional(),
    means: wish.optional(),
    parser: z.enum(['hang', 'junk', 'wrongShape', 'refusal', 'serverError', 'rateLimited']).optional(),
    parserMs: milliseconds.optional(),
  })
  .superRefine((given, context) => {
    const deeds = DEEDS.filter((deed) => given[deed] !== undefined);
    if (deeds.length === 1) return;
    const found = deeds.length === 0 ? 'none' : deeds.join(' and ');
    context.addIssue({ code: 'custom', message: `A step has exactly one of ${DEEDS.join(', ')}; here is ${found}.` });
  });

const answerRule = z.strictObject({
  /** greeting, turn, silence, or the name of a server message. */
  on: z.string(),
  say: z.union([z.string(), z.array(z.string()).min(1)]),
  times: z.int().min(1).optional(),
  speed: z.number().positive().optional(),
  wordMs: milliseconds.optional(),
  createdMs: milliseconds.optional(),
  firstAudioMs: milliseconds.optional(),
  fate: z.enum(['mute', 'failed', 'dropped']).optional(),
  dropAfterMs: milliseconds.optional(),
});

const races = z
  .strictObject({
    sessionCreatedMs: milliseconds,
    createdMs: milliseconds,
    firstAudioMs: milliseconds,
    speed: z.number().positive(),
    lateDeltas: z.int().min(0).max(50),
    transcriptMs: milliseconds,
    parserMs: milliseconds,
    expireAfterMs: milliseconds,
  })
  .partial();

const row = z.strictObject({ date, time, name: z.string().optional(), phone: z.string().optional() });

const expectation = z.strictObject({
  /** Text after `[SERVER] `, in order; a `*` at the end stands for anything. */
  server: z.array(dated).optional(),
  /** Names of server messages that may also be there. */
  optional: z.array(z.string()).default([]),
  /** The rows this call made; and all confirmed ones of the business at the end, whoever made them. */
  rows: z.array(row).optional(),
  diary: z.array(row).optional(),
  heard: z.array(dated).default([]),
  notHeard: z.array(dated).default([]),
  /** How often the model's running speech was cut by the caller. */
  bargeIns: z.int().min(0).optional(),
});

/** A practice call, as a YAML file says it. Dates are real dates once it is read. */
export const callScript = z.strictObject({
  title: z.string(),
  about: z.string().optional(),
  caller: z.strictObject({ from: z.string().default('+972501234567') }).default({ from: '+972501234567' }),
  business: z
    .strictObject({
      name: z.string().default('מספרת דליה'),
      prompt: z.string().default('את נציגת הקבלה של מספרת דליה. דברי קצר, חם ולעניין.'),
      settings: z.record(z.string(), z.unknown()).default({}),
      rows: z.array(row).default([]),
    })
    .prefault({}),
  model: z.strictObject({ answers: z.array(answerRule).default([]), races: races.default({}) }).prefault({}),
  steps: z.array(step).min(1),
  expect: expectation.prefault({}),
});

export type CallScript = z.output<typeof callScript>;
export type CallStep = CallScript['steps'][number];
export type AnswerRule = CallScript['model']['answers'][number];
