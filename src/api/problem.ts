import type { Response } from 'express';
import type { FieldCode } from './field-codes.ts';

/** One wrong field of a request: where it is (`settings.endHour`), why it is wrong, and how to mend it. */
export interface FieldError {
  field: string;
  code: FieldCode;
  /** The bound that a code such as `too-long` speaks of. */
  values?: { minimum: number } | { maximum: number };
  message: string;
}

/** RFC 9457 problem details. `reason` and `alternatives` are there where a time could not be booked. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: readonly FieldError[];
  reason?: string;
  alternatives?: readonly string[];
  availability?: { status: string; alternatives: readonly string[] };
}

type Extras = Omit<Problem, 'type' | 'title' | 'status' | 'detail'>;

export const problemKinds = {
  'invalid-request': { status: 400, title: 'The request has wrong fields' },
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  unauthorized: { status: 401, title: 'Nobody is signed in' },
  'wrong-credentials': { status: 401, title: 'Signing in was refused' },
  'first-password': { status: 403, title: 'This password is only good for choosing your own' },
  forbidden: { status: 403, title: 'This is not allowed' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, title: 'This method is not offered here' },
  'already-exists': { status: 409, title: 'It exists already' },
  'time-not-available': { status: 409, title: 'That time cannot be booked' },
  'own-account': { status: 409, title: 'Nobody takes their own access away' },
  'not-changeable': { status: 409, title: 'It can no longer be changed' },
  'changed-meanwhile': { status: 412, title: 'It was changed meanwhile' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'not-json': { status: 415, title: 'Send JSON' },
  'key-reused': { status: 422, title: 'This key belongs to another request' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available right now' },
} as const;

export type ProblemKind = keyof typeof problemKinds;

/** A problem of a known kind; `type` is a stable relative reference that programs may compare. */
export function problem(kind: ProblemKind, detail: string, extras: Extras = {}): Problem {
  const { status, title } = problemKinds[kind];
  return { type: `/problems/${kind}`, title, status, detail, ...extras };
}

/** A 400 that names every wrong field. */
export function invalidRequest(errors: readonly FieldError[]): Problem {
  const fields = errors.map((error) => error.field).join(', ');
  return problem('invalid-request', `Mend these fields and send it again: ${fields}.`, { errors });
}

/** A 404 that says what was looked for, without saying whether somebody else has it. */
export function notFound(what: string): Problem {
  return problem('not-found', `No ${what} has this id.`);
}

/** Writes a problem as `application/problem+json`. */
export function sendProblem(response: Response, body: Problem): void {
  response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
}
