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
  const { kind, appointmentId, at } = change;
  const [standsAt, standing] = kind === 'appointment_cancelled' ? [null, null] : [at, appointmentId];
  await manager.query(
    `UPDATE call_session SET last_change = $3, errand = NULL,
       confirmed_aloud_at = CASE WHEN last_change = $3::jsonb THEN confirmed_aloud_at END,
       last_confirmed_time = COALESCE($4, last_confirmed_time), last_appointment_id = COALESCE($5, last_appointment_id)
     WHERE business_id = $1 AND call_sid = $2`,
    [businessId, callSid, JSON.stringify(change), standsAt, standing],
  );
}
