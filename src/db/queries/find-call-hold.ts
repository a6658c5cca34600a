import type { EntityManager } from 'typeorm';
import { appointmentColumns, asAppointment } from '../appointment.ts';
import type { Appointment, AppointmentRead } from '../appointment.ts';

/** What is held for a call right now, and the id of the appointment that would move there; null for no hold. */
export async function findCallHold(
  manager: EntityManager,
  businessId: string,
  callSid: string,
): Promise<{ slot: Appointment; moves: string | null } | null> {
  const [held] = await manager.query<(AppointmentRead & { moves: string | null })[]>(
    `SELECT ${appointmentColumns}, a.moves FROM appointment a JOIN business b ON b.id = a.business_id
     WHERE a.business_id = $1 AND a.call_sid = $2 AND a.status = 'held' AND a.held_until > now()
     ORDER BY a.updated_at DESC LIMIT 1`,
    [businessId, callSid],
  );
  if (held === undefined) return null;
  const { moves, ...read } = held;
  return { slot: asAppointment(read), moves };
}
