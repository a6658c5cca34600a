import type { Request } from 'express';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { RepeatedAfter } from '../../db/retrying.ts';
import { AppError } from '../../shared/errors.ts';

/** Whose choice the password was that they came with; a first one opens nothing but its own change. */
export type PasswordOf = 'own' | 'first';

/** Who asks. An owner's business is the only one there is for them. The bearer of the admin token is an operator without an id. */
export type Asker = { userId: string | null; email: string | null; name: string; password: PasswordOf } & (
  { role: 'operator'; businessId: null } | { role: 'owner'; businessId: string }
);

/** Whoever has the administrator's token. */
export const administrator: Asker = {
  userId: null,
  email: null,
  name: 'admin',
  password: 'own',
  role: 'operator',
  businessId: null,
};

/** One request: from where, by whom, and the token of the session cookie it came with. */
export interface Visit {
  asker: Asker | null;
  address: string;
  sessionToken: string | null;
}

const visits = new WeakMap<Request, Visit>();

/** A request that is under way. */
interface UnderWay {
  visit: Visit;
  /** After which faults what it does may be done again. */
  repeats: RepeatedAfter;
}

const current = new AsyncLocalStorage<UnderWay>();

export function rememberVisit(request: Request, visit: Visit): void {
  visits.set(request, visit);
}

/** What is known of a request. One that nobody looked at comes from a stranger. */
export function visitOf(request: Request): Visit {
  return visits.get(request) ?? { asker: null, address: request.ip ?? 'unknown', sessionToken: null };
}

/**
 * Runs the work of a request so that everything below knows of it. While the storage is in use, Node 20 hooks every callback of
 * the process, those of the calls too; so it is put away as soon as no request is under way.
 */
export async function during<T>(request: UnderWay, work: () => Promise<T>): Promise<T> {
  underWay += 1;
  try {
    return await current.run(request, work);
  } finally {
    underWay -= 1;
    if (underWay === 0) current.disable();
  }
}

let underWay = 0;

/** Who asks for what is being done right now. Throws where nobody does: no work without an asker. */
export function currentAsker(): Asker {
  const asker = current.getStore()?.visit.asker ?? null;
  if (asker === null) throw new AppError('unauthorized', 'Nobody is signed in.');
  return asker;
}

/** After which faults what is being done right now may be done again. */
export const currentRepetition = (): RepeatedAfter => current.getStore()?.repeats ?? 'conflict';
