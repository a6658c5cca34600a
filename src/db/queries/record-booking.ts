import type { EntityManager } from 'typeorm';
import type { Appointment } from '../appointment.ts';
import { claimPhone } from './claim-phone.ts';

/**
 * Writes the booking on the session of its call, the name (and for an anonymous caller the phone) on its lead. A booking that
 * exists counts whichever node made it, so there is no epoch here.
 */
export async function recordBooking(
  manager: EntityManager,
  businessId: string,
  appointment: Appointment & { callSid: string },
): Promise<void> {
  await manager.query(
    `UPDATE call_session SET last_confirmed_time = $3, last_appointment_id = $4,
       confirmed_aloud_at = CASE WHEN last_appointment_id = $4 THEN confirmed_aloud_at END
     WHERE business_id = $1 AND call_sid = $2`,
    [businessId, appointment.callSid, appointment.startsAt, appointment.id],
  );
  const [[lead]] = await manager.query<[{ phone: string }[], number]>(
    `UPDATE lead SET name = COALESCE(NULLIF($3, ''), name), updated_at = now() WHERE business_id = $1 AND id = $2
     RETURNING phone`,
    [businessId, appointment.leadId, appointment.name],
  );
  if (lead?.phone.startsWith('anonymous:') !== true || !appointment.phone.startsWith('+')) return;
  await claimPhone(manager, businessId, { leadId: appointment.leadId, phone: appointment.phone });
}
