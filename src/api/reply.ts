import type { Problem } from './problem.ts';

/** What a route answers: a body with its status, or a problem. */
export type Reply =
  | { kind: 'answer'; status: 200 | 201 | 204; body?: unknown; headers?: Readonly<Record<string, string>> }
  | { kind: 'problem'; problem: Problem; headers?: Readonly<Record<string, string>> };

export function ok(body: unknown): Reply {
  return { kind: 'answer', status: 200, body };
}

/** 201 with the address of what was made. */
export function created(body: unknown, location: string): Reply {
  return { kind: 'answer', status: 201, body, headers: { location } };
}

export function noContent(): Reply {
  return { kind: 'answer', status: 204 };
}

export function refuse(problem: Problem): Reply {
  return { kind: 'problem', problem };
}

/** The same answer with more headers. */
export function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
