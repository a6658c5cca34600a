import type { Database } from '../db/database.ts';
import { inCall } from '../db/in-call.ts';
import type { Fenced } from '../db/in-call.ts';
import { releaseHold as deleteHold } from '../db/queries/release-hold.ts';

/** Gives back what a call holds: it declined, or it is over. Throws `database_unavailable`; the hold then ends by itself. */
export function releaseHold(
  database: Database,
  call: { businessId: string; callSid: string; epoch?: number | undefined },
): Promise<Fenced | void> {
  return inCall<void>(database, call, (manager) => deleteHold(manager, call.businessId, { callSid: call.callSid }));
}
