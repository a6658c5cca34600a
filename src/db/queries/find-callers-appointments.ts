import type { EntityManager } from 'typeorm';
import { appointmentColumns, readAppointments } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';

export interface CallerOfACall {
  /** The number the call came from, E.164, as the phone company says it; null where it is withheld. */
  phone: string | null;
  callSid: string;
}

const MOST = 10;

/**
 * The confirmed coming appointments of whoever is on this call: of its own number (on the appointment or on its lead), and
 * those the call itself made. Nothing else says who somebody is: no name, no number that was spoken or typed.
 */
export function findCallersAppointments(
  manager: EntityManager,
  businessId: string,
  { phone, callSid }: CallerOfACall,
): Promise<Appointment[]> {
  return readAppointments(
    manager,
    `SELECT ${appointmentColumns} FROM appointment a JOIN business b ON b.id = a.business_id
       JOIN lead l ON l.business_id = a.business_id AND l.id = a.lead_id
     WHERE a.business_id = $1 AND a.status = 'confirmed' AND a.starts_at > now()
       AND (a.call_sid = $2 OR a.phone = $3 OR l.phone = $3)
     ORDER BY a.starts_at, a.id LIMIT ${MOST}`,
    [businessId, callSid, phone],
  );
}

/** One appointment of theirs by its id, whatever became of it; null where it is not theirs. */
export async function findCallersAppointment(
  manager: EntityManager,
  businessId: string,
  { phone, callSid, appointmentId }: CallerOfACall & { appointmentId: string },
): Promise<Appointment | null> {
  const [found] = await readAppointments(
    manager,
    `SELECT ${appointmentColumns} FROM appointment a JOIN business b ON b.id = a.business_id
       JOIN lead l ON l.business_id = a.business_id AND l.id = a.lead_id
     WHERE a.business_id = $1 AND a.id = $4 AND (a.call_sid = $2 OR a.phone = $3 OR l.phone = $3)`,
    [businessId, callSid, phone, appointmentId],
  );
  return found ?? null;
}
