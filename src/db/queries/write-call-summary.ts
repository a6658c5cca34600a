import type { EntityManager } from 'typeorm';

export interface CallSummaryWrite {
  leadId: string;
  /** A newer call of the same lead has the last word. */
  callSid: string;
  summary: string;
  outcome: string;
  followUp: string | null;
}

/** Writes what came of its last call on a lead. False where a newer call of this lead has begun since. */
export async function writeCallSummary(
  manager: EntityManager,
  businessId: string,
  { leadId, callSid, summary, outcome, followUp }: CallSummaryWrite,
): Promise<boolean> {
  const [, written] = await manager.query<[unknown[], number]>(
    `UPDATE lead SET summary = $3, outcome = $4, follow_up = $5, updated_at = now()
     WHERE business_id = $1 AND id = $2 AND NOT EXISTS (
       SELECT FROM call_session this JOIN call_session newer
         ON newer.business_id = $1 AND newer.lead_id = $2 AND newer.started_at > this.started_at
       WHERE this.business_id = $1 AND this.call_sid = $6)`,
    [businessId, leadId, summary, outcome, followUp, callSid],
  );
  return written === 1;
}
