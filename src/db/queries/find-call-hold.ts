import type { EntityManager } from 'typeorm';
import { appointmentColumns, readAppointments } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';

/** What is held for a call right now, if anything. */
export async function findCallHold(
  manager: EntityManager,
  businessId: string,
  callSid: string,
): Promise<Appointment | null> {
  const [held] = await readAppointments(
    manager,
    `SELECT ${appointmentColumns} FROM appointment a JOIN business b ON b.id = a.business_id
     WHERE a.business_id = $1 AND a.call_sid = $2 AND a.status = 'held' AND a.held_until > now()
     ORDER BY a.updated_at DESC LIMIT 1`,
    [businessId, callSid],
  );
  return held ?? null;
}
