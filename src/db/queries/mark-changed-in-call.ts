import type { EntityManager } from 'typeorm';

/** Notes that this call has just moved or cancelled an appointment; the next change of it takes the note away. */
export async function markChangedInCall(
  manager: EntityManager,
  businessId: string,
  { appointmentId, callSid }: { appointmentId: string; callSid: string },
): Promise<void> {
  await manager.query('UPDATE appointment SET changed_in_call = $3 WHERE business_id = $1 AND id = $2', [
    businessId,
    appointmentId,
    callSid,
  ]);
}
