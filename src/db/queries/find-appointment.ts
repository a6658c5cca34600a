import type { EntityManager } from 'typeorm';
import { appointmentColumns, readAppointments } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';

/** One appointment of this business. */
export async function findAppointment(
  manager: EntityManager,
  businessId: string,
  appointmentId: string,
): Promise<Appointment | null> {
  const [found] = await readAppointments(
    manager,
    `SELECT ${appointmentColumns} FROM appointment a JOIN business b ON b.id = a.business_id
     WHERE a.business_id = $1 AND a.id = $2`,
    [businessId, appointmentId],
  );
  return found ?? null;
}
