import type { Database } from '../db/database.ts';
import { findBusinessByNumber } from '../db/queries/find-business-by-number.ts';
import { findCallStanding } from '../db/queries/find-call-standing.ts';
import type { CallStanding } from '../db/queries/find-call-standing.ts';
import { openCallSession } from '../db/queries/open-call-session.ts';
import { upsertLead } from '../db/queries/upsert-lead.ts';
import { retrying, retryingAnywhere } from '../db/retrying.ts';
import { callerNumber } from './caller-number.ts';
import { trialOf } from './trial-call.ts';

export interface Ring {
  callSid: string;
  from: string;
  to: string;
  nodeId: string;
}

/** How long a ring is expected to become a stream: longer than its token lives. */
const EXPECTED_SECONDS = 75;

/**
 * Finds the business, makes the caller its lead and opens the call's session; a call that is known stays as it stands, so that all of it
 * is done again where the database was lost on the way. Throws `database_unavailable`.
 */
export async function ringCall(database: Database, ring: Ring): Promise<CallStanding | 'unknownNumber'> {
  const business = await retryingAnywhere(database, (manager) => findBusinessByNumber(manager, ring.to));
  if (!business?.active) return 'unknownNumber';
  const phone = callerNumber(ring.from);
  const session = await retrying(database, business.id, async (manager) => {
    const isTrial = trialOf(ring.callSid) !== null;
    const lead = await upsertLead(manager, business.id, {
      phone: isTrial ? null : phone,
      callSid: ring.callSid,
      isTrial,
    });
    return openCallSession(manager, business.id, {
      callSid: ring.callSid,
      leadId: lead.id,
      fromNumber: phone,
      nodeId: ring.nodeId,
      leaseSeconds: EXPECTED_SECONDS,
    });
  });
  return (session && (await callStanding(database, ring.callSid))) ?? 'unknownNumber';
}

/** How a call stands in the database, whichever node has it. */
export function callStanding(database: Database, callSid: string): Promise<CallStanding | null> {
  return retryingAnywhere(database, (manager) => findCallStanding(manager, callSid));
}
