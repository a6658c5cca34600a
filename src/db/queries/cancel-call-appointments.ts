import type { EntityManager } from 'typeorm';

/** Cancels whatever a call has booked, with the reminders of it, and takes whom it put there off the waitlist. */
export async function cancelCallAppointments(
  manager: EntityManager,
  businessId: string,
  callSid: string,
): Promise<void> {
  await manager.query(
    `UPDATE appointment SET status = 'cancelled', held_until = NULL, updated_at = now()
     WHERE business_id = $1 AND call_sid = $2 AND status IN ('held', 'confirmed')`,
    [businessId, callSid],
  );
  await manager.query(
    `UPDATE reminder r SET status = 'cancelled' FROM appointment a
     WHERE r.business_id = $1 AND r.appointment_id = a.id AND a.call_sid = $2 AND r.status = 'pending'`,
    [businessId, callSid],
  );
  await manager.query('DELETE FROM waitlist WHERE business_id = $1 AND call_sid = $2', [businessId, callSid]);
}
