import type { EntityManager } from 'typeorm';
import { appointmentColumns, readAppointments } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';
import type { CallSessionRow } from '../entities/call-session.ts';

export interface AppointmentsOfCall {
  booked: Appointment[];
  moved: Appointment[];
  cancelled: Appointment[];
}

/** A write that was in flight when the caller hung up still belongs to the call. */
const AFTERMATH = '1 minute';

/** What a call did to the diary: what it booked and still stands, and what of its lead's was moved or cancelled while it lasted. */
export async function appointmentsOfCall(
  manager: EntityManager,
  businessId: string,
  { callSid, leadId, startedAt, endedAt }: Pick<CallSessionRow, 'callSid' | 'leadId' | 'startedAt' | 'endedAt'>,
): Promise<AppointmentsOfCall> {
  const select = `SELECT ${appointmentColumns} FROM appointment a JOIN business b ON b.id = a.business_id WHERE a.business_id = $1`;
  const booked = await readAppointments(
    manager,
    `${select} AND a.call_sid = $2 AND a.status = 'confirmed' ORDER BY a.starts_at`,
    [businessId, callSid],
  );
  const duringIt = `a.lead_id = $2 AND a.updated_at BETWEEN $3 AND COALESCE($4::timestamptz, now()) + interval '${AFTERMATH}'`;
  const values = [businessId, leadId, startedAt, endedAt];
  const moved = await readAppointments(
    manager,
    `${select} AND ${duringIt} AND a.status = 'confirmed' AND a.created_at < $3 ORDER BY a.starts_at`,
    values,
  );
  const cancelled = await readAppointments(
    manager,
    `${select} AND ${duringIt} AND a.status = 'cancelled' ORDER BY a.starts_at`,
    values,
  );
  return { booked, moved, cancelled };
}
