import type { EntityManager } from 'typeorm';
import { releaseHold } from './release-hold.ts';
import type { SessionSave } from './save-call-session.ts';

/** Ends a call: its outcome, no lease, none of its holds left. The first outcome stays where it is closed twice. */
export async function closeCallSession(
  manager: EntityManager,
  businessId: string,
  { callSid, epoch, outcome }: { callSid: string; epoch: number; outcome: string },
): Promise<SessionSave> {
  const [, closed] = await manager.query<[unknown[], number]>(
    `UPDATE call_session
     SET outcome = CASE WHEN ended_at IS NULL THEN $4 ELSE outcome END, ended_at = COALESCE(ended_at, now()), owner_node = NULL, lease_until = NULL
     WHERE business_id = $1 AND call_sid = $2 AND epoch = $3`,
    [businessId, callSid, epoch, outcome],
  );
  if (closed === 0) return 'fenced';
  await releaseHold(manager, businessId, { callSid });
  return 'saved';
}
