import type { EntityManager } from 'typeorm';
import type { Appointment, CancelledAppointment } from '../appointment.ts';
import { findAppointment } from './find-appointment.ts';

/** Whether a row says that it is cancelled. */
export const isCancelled = (row: Appointment | null): row is CancelledAppointment => row?.status === 'cancelled';

/** Cancels an appointment and its reminder; again gives the same row. Null for an unknown one. */
export async function cancelAppointment(
  manager: EntityManager,
  businessId: string,
  appointmentId: string,
): Promise<Appointment | null> {
  await manager.query(
    `UPDATE appointment SET status = 'cancelled', held_until = NULL, changed_in_call = NULL, updated_at = now()
     WHERE business_id = $1 AND id = $2 AND status IN ('held', 'confirmed')`,
    [businessId, appointmentId],
  );
  await manager.query(
    `UPDATE reminder SET status = 'cancelled' WHERE business_id = $1 AND appointment_id = $2 AND status = 'pending'`,
    [businessId, appointmentId],
  );
  return findAppointment(manager, businessId, appointmentId);
}
