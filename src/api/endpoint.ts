import type { Request } from 'express';
import { z } from 'zod';
import { fieldErrors } from './field-errors.ts';
import type { Access } from './policies/access.ts';
import { visitOf } from './policies/visit.ts';
import type { Visit } from './policies/visit.ts';
import { sentKey } from './once.ts';
import type { SentKey } from './once.ts';
import { invalidRequest, notFound, problem } from './problem.ts';
import type { Reply } from './reply.ts';
import { refuse } from './reply.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What is published about a route: OpenAPI is made from this. Paths are written `/leads/{leadId}`. */
export interface EndpointDescription {
  method: Method;
  path: string;
  name: string;
  summary: string;
  tag: string;
  /** Who may use it: whoever is signed in, unless said. */
  access: Access;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType | null;
  /** Whether it may be sent again under the same `Idempotency-Key` without being done again. */
  onceByKey?: boolean;
  /** Of a POST that heeds no key: what comes of it when it is sent twice. */
  twice?: string;
  /** Whether it heeds `If-Match`. */
  ifUnchanged?: boolean;
  /** The schema of each good answer by status; null where there is no body. */
  answers: Readonly<Record<number, z.ZodType | null>>;
  /** What the good answers are written in; JSON unless said. */
  contentType?: string;
  /** Statuses of the problems this route can answer besides 401 and 403. */
  problems: readonly number[];
}

export interface Endpoint extends EndpointDescription {
  run(request: Request): Promise<Reply>;
}

type Given<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  visit: Visit;
  /** The `Idempotency-Key`, where the request has one. */
  sent: SentKey | null;
  ifMatch: string | null;
};

interface EndpointSource<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  method: Method;
  path: string;
  name: string;
  summary: string;
  tag: string;
  access?: Access;
  params?: P;
  query?: Q;
  body?: B;
  onceByKey?: boolean;
  twice?: string;
  ifUnchanged?: boolean;
  answers: Readonly<Record<number, z.ZodType | null>>;
  problems?: readonly number[];
  answer(given: Given<P, Q, B>): Promise<Reply>;
}

function filledIn(query: Request['query']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}

function hasBody(request: Request): boolean {
  return request.headers['content-length'] !== '0';
}

/** The header under which a request may be sent again. */
const keyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'Give 1 to 200 visible ASCII characters.')
    .optional(),
});

function sentWith(key: string | undefined, request: Request): SentKey | null {
  if (key === undefined) return null;
  return sentKey(key, { method: request.method, path: request.originalUrl, body: request.body as unknown });
}

function parsed<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  schemas: { params: P; query: Q; body: B | null },
  request: Request,
): { kind: 'given'; given: Given<P, Q, B> } | { kind: 'refused'; reply: Reply } {
  const params = schemas.params.safeParse(request.params);
  if (!params.success) return { kind: 'refused', reply: refuse(notFound('thing')) };
  if (schemas.body !== null && hasBody(request) && request.is('json') === false) {
    return { kind: 'refused', reply: refuse(problem('not-json', 'Send the body as application/json.')) };
  }
  const query = schemas.query.safeParse(filledIn(request.query), { reportInput: true });
  const body = (schemas.body ?? z.unknown()).safeParse(request.body, { reportInput: true });
  const key = keyHeader.safeParse({ 'Idempotency-Key': request.get('idempotency-key') });
  const errors = [query, body, key].flatMap((result) => (result.success ? [] : fieldErrors(result.error)));
  if (!query.success || !body.success || !key.success)
    return { kind: 'refused', reply: refuse(invalidRequest(errors)) };
  // The body was checked by B, or the route reads none.
  const headers = { sent: sentWith(key.data['Idempotency-Key'], request), ifMatch: request.get('if-match') ?? null };
  const given = {
    params: params.data,
    query: query.data,
    body: body.data,
    visit: visitOf(request),
    ...headers,
  } as Given<P, Q, B>;
  return { kind: 'given', given };
}

const NOTHING = z.object({});

/** One route: its schemas check what comes in and document it, `answer` sees only what passed. Unknown ids answer 404. */
export function endpoint<
  P extends z.ZodObject = typeof NOTHING,
  Q extends z.ZodObject = typeof NOTHING,
  B extends z.ZodType = z.ZodUnknown,
>(source: EndpointSource<P, Q, B>): Endpoint {
  const { answer, ...described } = source;
  const params = source.params ?? NOTHING;
  const query = source.query ?? NOTHING;
  const body = source.body ?? null;
  return {
    ...described,
    access: source.access ?? 'signedIn',
    params,
    query,
    body,
    problems: source.problems ?? [],
    async run(request) {
      const result = parsed({ params: params as P, query: query as Q, body }, request);
      return result.kind === 'refused' ? result.reply : await answer(result.given);
    },
  };
}
