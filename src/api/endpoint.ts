import type { Request } from 'express';
import { z } from 'zod';
import { fieldErrors } from './field-errors.ts';
import type { Access } from './policies/access.ts';
import { visitOf } from './policies/visit.ts';
import type { Visit } from './policies/visit.ts';
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
  const errors = [query, body].flatMap((result) => (result.success ? [] : fieldErrors(result.error)));
  if (!query.success || !body.success) return { kind: 'refused', reply: refuse(invalidRequest(errors)) };
  // The body was checked by B, or the route reads none.
  const visit = visitOf(request);
  const given = { params: params.data, query: query.data, body: body.data, visit } as Given<P, Q, B>;
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
