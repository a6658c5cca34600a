import type { EntityManager } from 'typeorm';

/** Longer than any call may last: a session that a lost node left open does not count for ever. */
const LONGEST_CALL = '4 hours';

/** Whether this lead is on the phone with us right now: then nothing is sent, to it or about it. */
export async function leadIsOnCall(
  manager: EntityManager,
  businessId: string,
  { leadId, now }: { leadId: string; now: number },
): Promise<boolean> {
  const found = await manager.query<unknown[]>(
    `SELECT 1 FROM call_session WHERE business_id = $1 AND lead_id = $2 AND ended_at IS NULL
       AND started_at > $3::timestamptz - interval '${LONGEST_CALL}' LIMIT 1`,
    [businessId, leadId, new Date(now)],
  );
  return found.length > 0;
}
