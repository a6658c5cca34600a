import type { EntityManager } from 'typeorm';
import { appointmentColumns, readAppointments } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';
import type { AppointmentStatus } from '../entities/appointment.ts';
import type { Page } from '../page.ts';

export interface AppointmentQuery extends Page {
  /** Wall-clock dates in the business's zone, both included. */
  fromDate?: string | undefined;
  toDate?: string | undefined;
  status?: AppointmentStatus | undefined;
  resourceId?: string | undefined;
  leadId?: string | undefined;
}

/** Appointments that start in a range of dates, in order of time. Expired holds are not there. */
export function findAppointments(
  manager: EntityManager,
  businessId: string,
  { fromDate, toDate, status, resourceId, leadId, limit, offset = 0 }: AppointmentQuery,
): Promise<Appointment[]> {
  return readAppointments(
    manager,
    `SELECT ${appointmentColumns} FROM appointment a JOIN business b ON b.id = a.business_id
     WHERE a.business_id = $1
       AND ($2::date IS NULL OR a.starts_at >= ($2::date)::timestamp AT TIME ZONE b.timezone)
       AND ($3::date IS NULL OR a.starts_at < ($3::date + 1)::timestamp AT TIME ZONE b.timezone)
       AND ($4::text IS NULL OR a.status = $4)
       AND ($5::uuid IS NULL OR a.resource_id = $5) AND ($6::uuid IS NULL OR a.lead_id = $6)
       AND (a.status <> 'held' OR a.held_until > now())
     ORDER BY a.starts_at, a.id LIMIT $7 OFFSET $8`,
    [businessId, fromDate, toDate, status, resourceId, leadId, limit, offset],
  );
}
