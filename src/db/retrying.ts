import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { AppError } from '../shared/errors.ts';
import { isPassingConflict } from './database-fault.ts';
import type { Database, Patience } from './database.ts';

const attempts = 4;
const patienceMs = 2500;
const pauseMs = 20;
const ownPatience: Patience = {
  now: () => performance.now(),
  pause: (attempt) => wait(pauseMs * attempt * (0.5 + Math.random())),
};

/**
 * `conflict`: a deadlock or a serialization failure, where the database undid everything. `anyFault`: a lost connection as well, for
 * work that may be done twice without harm: an answer can be lost after the commit.
 */
export type RepeatedAfter = 'conflict' | 'anyFault';

interface Repetition {
  after: RepeatedAfter;
  patience?: Patience | undefined;
}

/** Does work that is one transaction; again (three times at most, within 2.5 s, with jitter) after a fault that may pass. */
export async function repeated<T>(work: () => Promise<T>, { after, patience = ownPatience }: Repetition): Promise<T> {
  const giveUpAt = patience.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error, after) || attempt >= attempts || patience.now() >= giveUpAt) throw error;
    }
    await patience.pause(attempt);
  }
}

/** `inBusiness`, repeated after any fault. */
export function retrying<T>(
  database: Pick<Database, 'inBusiness' | 'patience'>,
  businessId: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const { patience } = database;
  return repeated(() => database.inBusiness(businessId, work), { after: 'anyFault', patience });
}

/** `anywhere`, repeated after any fault. */
export function retryingAnywhere<T>(
  database: Pick<Database, 'anywhere' | 'patience'>,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const { patience } = database;
  return repeated(() => database.anywhere(work), { after: 'anyFault', patience });
}

function mayPass(error: unknown, after: RepeatedAfter): boolean {
  if (isPassingConflict(error)) return true;
  return after === 'anyFault' && error instanceof AppError && error.code === 'database_unavailable';
}
