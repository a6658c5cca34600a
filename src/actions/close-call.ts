import type { Database } from '../db/database.ts';
import { closeCallSession } from '../db/queries/close-call-session.ts';
import { enrichLead } from '../db/queries/enrich-lead.ts';
import type { OpenedCall } from './open-call.ts';

/** The last thing written of a call: how it ended, on its row and on its lead; no hold stays. */
export async function closeCall(database: Database, call: OpenedCall, outcome: string): Promise<void> {
  const { businessId, callSid, epoch, leadId } = call;
  await database.inBusiness(businessId, async (manager) => {
    await closeCallSession(manager, businessId, { callSid, epoch, outcome });
    await enrichLead(manager, businessId, { leadId, outcome });
  });
}
