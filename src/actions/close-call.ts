import type { Database } from '../db/database.ts';
import { inCall } from '../db/in-call.ts';
import type { Fenced } from '../db/in-call.ts';
import { announceEnd } from '../db/queries/announce-end.ts';
import { closeCallSession } from '../db/queries/close-call-session.ts';
import { enrichLead } from '../db/queries/enrich-lead.ts';
import type { OpenedCall } from './open-call.ts';
import { sessionSaved } from './save-session.ts';

/** The last thing written of a call: how it ended, on its row and on its lead; no hold stays. */
export async function closeCall(database: Database, call: OpenedCall, outcome: string): Promise<Fenced | void> {
  const { businessId, callSid, epoch, leadId } = call;
  await sessionSaved(call);
  return inCall<void>(database, call, async (manager) => {
    await closeCallSession(manager, businessId, { callSid, epoch, outcome });
    await enrichLead(manager, businessId, { leadId, outcome });
  });
}

/** Before the phone is hung up: so that any node Twilio asks next knows that the call is over. */
export function announceCallEnd(database: Database, call: OpenedCall, outcome: string): Promise<void> {
  return database.inBusiness(call.businessId, (manager) => announceEnd(manager, call.businessId, { ...call, outcome }));
}
