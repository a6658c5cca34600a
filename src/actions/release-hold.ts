import type { Database } from '../db/database.ts';
import { releaseHold as deleteHold } from '../db/queries/release-hold.ts';
import { retrying } from '../db/retrying.ts';

/** Gives back what a call holds: it declined, or it is over. Throws `database_unavailable`; the hold then ends by itself. */
export function releaseHold(database: Database, call: { businessId: string; callSid: string }): Promise<void> {
  return retrying(database, call.businessId, (manager) =>
    deleteHold(manager, call.businessId, { callSid: call.callSid }),
  );
}
