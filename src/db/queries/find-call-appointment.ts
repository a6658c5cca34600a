import type { EntityManager } from 'typeorm';
import { appointmentColumns, readAppointments } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';

/** The standing (held and not expired, or confirmed) appointment of a call at this start, if there is one. */
export async function findCallAppointment(
  manager: EntityManager,
  businessId: string,
  { callSid, startsAt }: { callSid: string; startsAt: Date },
): Promise<Appointment | null> {
  const [found] = await readAppointments(
    manager,
    `SELECT ${appointmentColumns} FROM appointment a JOIN business b ON b.id = a.business_id
     WHERE a.business_id = $1 AND a.call_sid = $2 AND a.starts_at = $3
       AND (a.status = 'confirmed' OR (a.status = 'held' AND a.held_until > now()))`,
    [businessId, callSid, startsAt],
  );
  return found ?? null;
}
