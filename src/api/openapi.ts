import { z } from 'zod';
import type { EndpointDescription } from './endpoint.ts';
import { fieldCodes } from './field-codes.ts';
import { problemKinds } from './problem.ts';
import { componentSchemas, nameOf } from './schemas/registry.ts';

type Json = Record<string, unknown>;

const PROBLEM_TEXTS: Readonly<Record<number, string>> = {
  400: 'Wrong fields, each named in `errors`',
  401: 'No valid bearer token or session',
  403: 'Not for this user, or without the CSRF token of the session',
  404: 'Unknown id',
  409: 'It cannot be done as things stand',
  412: 'Changed since it was read',
  422: 'The key came with another request',
  429: 'Too many tries',
  503: 'Not available right now',
};

const codesTold = Object.entries(fieldCodes)
  .map(([code, meaning]) => `\`${code}\`: ${meaning}`)
  .join('\n');

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', description: `/problems/ and one of ${Object.keys(problemKinds).join(', ')}` },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: {
          field: { type: 'string', description: 'Its path, such as settings.endHour' },
          code: { type: 'string', enum: Object.keys(fieldCodes), description: codesTold },
          message: { type: 'string', description: 'How to mend it' },
          values: {
            type: 'object',
            description: 'The bound that the code speaks of',
            properties: { minimum: { type: 'number' }, maximum: { type: 'number' } },
          },
        },
      },
    },
    reason: { type: 'string', description: 'Why a time cannot be booked' },
    alternatives: { type: 'array', items: { type: 'string' } },
  },
};

function schemaOf(schema: z.ZodType): unknown {
  const name = nameOf(schema);
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  const { $schema: _dialect, ...inline } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return inline;
}

function parametersIn(place: 'path' | 'query', fields: z.ZodObject): Json[] {
  return Object.entries(fields.shape).map(([name, field]) => {
    const isNeeded = place === 'path' || !z.safeParse(field, undefined).success;
    return {
      name,
      in: place,
      required: isNeeded,
      schema: z.toJSONSchema(field, { io: 'input', unrepresentable: 'any' }),
    };
  });
}

const HEADERS = {
  onceByKey: {
    name: 'Idempotency-Key',
    description: 'The same key with the same request gives the same answer for a day',
  },
  ifUnchanged: { name: 'If-Match', description: 'The ETag of what was read: refused with 412 if it has changed' },
} as const;

/** The headers a route heeds, and the problems that come of them. */
function heeded(endpoint: EndpointDescription): { parameters: Json[]; problems: number[] } {
  const kinds = (['onceByKey', 'ifUnchanged'] as const).filter((kind) => endpoint[kind] === true);
  return {
    parameters: kinds.map((kind) => ({ ...HEADERS[kind], in: 'header', required: false, schema: { type: 'string' } })),
    problems: kinds.map((kind) => (kind === 'onceByKey' ? 422 : 412)),
  };
}

function goodAnswer(schema: z.ZodType | null, contentType: string): Json {
  if (schema === null) return { description: 'Done' };
  return { description: 'Done', content: { [contentType]: { schema: schemaOf(schema) } } };
}

function badAnswer(status: number): Json {
  const schema = { $ref: '#/components/schemas/Problem' };
  return {
    description: PROBLEM_TEXTS[status] ?? 'A problem',
    content: { 'application/problem+json': { schema } },
  };
}

function answersOf(endpoint: EndpointDescription): Json {
  const answers: Json = {};
  const { contentType = 'application/json' } = endpoint;
  for (const [status, schema] of Object.entries(endpoint.answers)) answers[status] = goodAnswer(schema, contentType);
  for (const status of [401, 403, ...endpoint.problems, ...heeded(endpoint).problems])
    answers[status] = badAnswer(status);
  return answers;
}

function operationOf(endpoint: EndpointDescription): Json {
  const parameters = [
    ...parametersIn('path', endpoint.params),
    ...parametersIn('query', endpoint.query),
    ...heeded(endpoint).parameters,
  ];
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    ...(endpoint.twice === undefined ? {} : { description: `Heeds no \`Idempotency-Key\`: ${endpoint.twice}.` }),
    tags: [endpoint.tag],
    ...(endpoint.access === 'anybody' ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.body === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body) } } } }),
    responses: answersOf(endpoint),
  };
}

/** The route that serves the document itself. */
export const openApiDescription: EndpointDescription = {
  method: 'get',
  path: '/openapi.json',
  name: 'getOpenApi',
  summary: 'This document',
  tag: 'operations',
  access: 'signedIn',
  params: z.object({}),
  query: z.object({}),
  body: null,
  answers: { 200: z.record(z.string(), z.unknown()) },
  problems: [],
};

/** The OpenAPI 3.1 document of the given routes; schemas are the very ones that check the requests. */
export function openApiDocument(endpoints: readonly EndpointDescription[]): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Toran', version: '1', description: 'Businesses, their diaries, leads and phone calls.' },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }, { session: [], csrf: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-toran' },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token', description: 'For methods that change something' },
      },
      schemas: { ...componentSchemas(), Problem: problemSchema },
    },
  };
}
