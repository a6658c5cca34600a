import { isPassingConflict } from '../db/database-fault.ts';
import { AppError, errorCatalogue } from '../shared/errors.ts';
import { problem } from './problem.ts';
import type { Problem, ProblemKind } from './problem.ts';

const KIND_BY_STATUS: Readonly<Record<number, ProblemKind>> = {
  400: 'invalid-request',
  401: 'unauthorized',
  404: 'not-found',
  409: 'already-exists',
  413: 'body-too-large',
  415: 'not-json',
  429: 'too-many-requests',
  502: 'unavailable',
  503: 'unavailable',
};

function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !('status' in error)) return 500;
  return typeof error.status === 'number' ? error.status : 500;
}

function ofAppError(error: AppError): Problem {
  const kind = KIND_BY_STATUS[error.status];
  if (kind === undefined) return problem('internal-error', errorCatalogue.internal.meaning);
  const isOurs = error.status >= 500;
  return problem(kind, isOurs ? errorCatalogue[error.code].meaning : error.message);
}

function ofBodyParser(error: Error & { type?: unknown }, status: number): Problem {
  if (error.type === 'entity.parse.failed') return problem('malformed-json', 'Send one valid JSON value in UTF-8.');
  if (status === 413) return problem('body-too-large', 'Send at most 256 KiB.');
  if (status === 415) return problem('not-json', 'Send JSON in UTF-8, plain or as gzip, deflate or br.');
  return problem('invalid-request', 'The request could not be read; check its address, headers and length.');
}

/** The problem a thrown error becomes. Nothing of an unforeseen error is told to the outside. */
export function problemOfFault(error: unknown): Problem {
  if (error instanceof AppError) return ofAppError(error);
  if (isPassingConflict(error)) return problem('unavailable', 'Others were changing the same; send it again.');
  const status = statusOf(error);
  if (error instanceof Error && status >= 400 && status < 500) return ofBodyParser(error, status);
  return problem('internal-error', errorCatalogue.internal.meaning);
}
