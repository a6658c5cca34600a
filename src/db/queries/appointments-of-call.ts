import type { EntityManager } from 'typeorm';
import { appointmentColumns, readAppointments } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';

export interface AppointmentsOfCall {
  booked: Appointment[];
  moved: Appointment[];
  cancelled: Appointment[];
}

/** What a call itself did to the diary: what it booked and still stands, and what of earlier ones it moved or cancelled. */
export async function appointmentsOfCall(
  manager: EntityManager,
  businessId: string,
  { callSid }: { callSid: string },
): Promise<AppointmentsOfCall> {
  const that = (did: string): Promise<Appointment[]> =>
    readAppointments(
      manager,
      `SELECT ${appointmentColumns} FROM appointment a JOIN business b ON b.id = a.business_id
       WHERE a.business_id = $1 AND ${did} ORDER BY a.starts_at`,
      [businessId, callSid],
    );
  return {
    booked: await that(`a.call_sid = $2 AND a.status = 'confirmed'`),
    moved: await that(`a.changed_in_call = $2 AND a.call_sid IS DISTINCT FROM $2 AND a.status = 'confirmed'`),
    cancelled: await that(`a.changed_in_call = $2 AND a.status = 'cancelled'`),
  };
}
