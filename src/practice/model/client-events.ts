import { z } from 'zod';
import { clientItem } from './item-schema.ts';
import { responseParameters, sessionPatch } from './session-schema.ts';

const eventId = { event_id: z.string().max(512).optional() };
const itemId = { item_id: z.string() };

const EVENTS = {
  'session.update': z.strictObject({ ...eventId, type: z.literal('session.update'), session: sessionPatch }),
  'input_audio_buffer.append': z.strictObject({
    ...eventId,
    type: z.literal('input_audio_buffer.append'),
    audio: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/),
  }),
  'input_audio_buffer.commit': z.strictObject({ ...eventId, type: z.literal('input_audio_buffer.commit') }),
  'input_audio_buffer.clear': z.strictObject({ ...eventId, type: z.literal('input_audio_buffer.clear') }),
  'output_audio_buffer.clear': z.strictObject({ ...eventId, type: z.literal('output_audio_buffer.clear') }),
  'conversation.item.create': z.strictObject({
    ...eventId,
    type: z.literal('conversation.item.create'),
    previous_item_id: z.string().optional(),
    item: clientItem,
  }),
  'conversation.item.truncate': z.strictObject({
    ...eventId,
    ...itemId,
    type: z.literal('conversation.item.truncate'),
    content_index: z.int().min(0),
    audio_end_ms: z.int().min(0),
  }),
  'conversation.item.delete': z.strictObject({ ...eventId, ...itemId, type: z.literal('conversation.item.delete') }),
  'conversation.item.retrieve': z.strictObject({
    ...eventId,
    ...itemId,
    type: z.literal('conversation.item.retrieve'),
  }),
  'response.create': z.strictObject({
    ...eventId,
    type: z.literal('response.create'),
    response: responseParameters.optional(),
  }),
  'response.cancel': z.strictObject({
    ...eventId,
    type: z.literal('response.cancel'),
    response_id: z.string().optional(),
  }),
} as const;

const clientEvent = z.discriminatedUnion('type', [
  EVENTS['session.update'],
  EVENTS['input_audio_buffer.append'],
  EVENTS['input_audio_buffer.commit'],
  EVENTS['input_audio_buffer.clear'],
  EVENTS['output_audio_buffer.clear'],
  EVENTS['conversation.item.create'],
  EVENTS['conversation.item.truncate'],
  EVENTS['conversation.item.delete'],
  EVENTS['conversation.item.retrieve'],
  EVENTS['response.create'],
  EVENTS['response.cancel'],
]);

export type ClientEvent = z.infer<typeof clientEvent>;
export type ClientEventOf<Type extends ClientEvent['type']> = Extract<ClientEvent, { type: Type }>;

/** What an `error` event says. */
export interface Problem {
  code: string;
  message: string;
  param: string | null;
  eventId: string | null;
}

export type ReadEvent = { kind: 'accepted'; event: ClientEvent } | { kind: 'refused'; problem: Problem };

function pathName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return Object.getOwnPropertyDescriptor(inner, key)?.value as unknown;
  }, value);
}

function firstProblem(error: z.ZodError, value: unknown, eventIdSeen: string | null): Problem {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const name = pathName(path);
  if (issue?.code === 'unrecognized_keys') {
    const param = pathName([...path, issue.keys[0] ?? '']);
    return { code: 'unknown_parameter', message: `Unknown parameter: '${param}'.`, param, eventId: eventIdSeen };
  }
  if (valueAt(value, path) === undefined) {
    const message = `Missing required parameter: '${name}'.`;
    return { code: 'missing_required_parameter', message, param: name, eventId: eventIdSeen };
  }
  const message = `Invalid value for '${name}': ${issue?.message ?? 'not accepted'}.`;
  return { code: 'invalid_value', message, param: name, eventId: eventIdSeen };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads one client event; whatever the live service would not take is refused with the error it would send. */
export function readClientEvent(text: string): ReadEvent {
  const value = parsedJson(text);
  const envelope = z
    .looseObject({ type: z.string(), event_id: z.string().optional().catch(undefined) })
    .safeParse(value);
  if (!envelope.success) {
    const message = "The 'type' field is missing.";
    return { kind: 'refused', problem: { code: 'invalid_event', message, param: null, eventId: null } };
  }
  const read = clientEvent.safeParse(value);
  if (read.success) return { kind: 'accepted', event: read.data };
  return { kind: 'refused', problem: firstProblem(read.error, value, envelope.data.event_id ?? null) };
}
