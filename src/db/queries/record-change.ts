import type { EntityManager } from 'typeorm';
import type { CallChange } from '../entities/call-change.ts';

/**
 * Writes on the session of a call what it changed in the diary, in the transaction of that change: the caller is still to hear of it,
 * unless it is the same once more. A change that happened counts whichever node made it, so there is no epoch here.
 */
export async function recordChange(
  manager: EntityManager,
  businessId: string,
  { callSid, change }: { callSid: string; change: CallChange },
): Promise<void> {
  await manager.query(
    `UPDATE call_session SET last_change = $3, errand = NULL,
       confirmed_aloud_at = CASE WHEN last_change = $3::jsonb THEN confirmed_aloud_at END
     WHERE business_id = $1 AND call_sid = $2`,
    [businessId, callSid, JSON.stringify(change)],
  );
}
