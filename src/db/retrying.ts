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
 * `inBusiness`, tried again (three times at most, within 2.5 s, with jitter) after a deadlock, a serialization failure or a lost
 * connection. For work that may be done twice without harm: an answer can be lost after the commit.
 */
export async function retrying<T>(
  database: Pick<Database, 'inBusiness' | 'patience'>,
  businessId: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const { patience = ownPatience } = database;
  const giveUpAt = patience.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.inBusiness(businessId, work);
    } catch (error) {
      if (!mayPass(error) || attempt >= attempts || patience.now() >= giveUpAt) throw error;
    }
    await patience.pause(attempt);
  }
}

function mayPass(error: unknown): boolean {
  return isPassingConflict(error) || (error instanceof AppError && error.code === 'database_unavailable');
}
