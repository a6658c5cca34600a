import type { EntityManager } from 'typeorm';
import type { Database } from './database.ts';
import { lockCall } from './queries/lock-call.ts';
import { retrying } from './retrying.ts';

/** Another node has the call: nothing was written, nothing of this node's counts any more. */
export interface Fenced {
  kind: 'fenced';
}

interface WritingCall {
  businessId: string;
  callSid: string;
  /** Left out where no node has the call. */
  epoch?: number | undefined;
}

/**
 * `retrying`, for what one call writes: all of it only while this node has the call, none of it after another took it over. Writes
 * of one call are one after the other.
 */
export function inCall<T>(
  database: Pick<Database, 'inBusiness'>,
  { businessId, callSid, epoch }: WritingCall,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T | Fenced> {
  return retrying<T | Fenced>(database, businessId, async (manager) => {
    const lock = epoch === undefined ? 'owned' : await lockCall(manager, { businessId, callSid, epoch });
    return lock === 'owned' ? work(manager) : { kind: lock };
  });
}
