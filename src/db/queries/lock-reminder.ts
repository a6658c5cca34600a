import type { EntityManager } from 'typeorm';
import type { Appointment } from '../appointment.ts';
import type { ReminderRow } from '../entities/reminder.ts';
import { findAppointment } from './find-appointment.ts';

export interface LockedReminder {
  reminder: ReminderRow;
  appointment: Appointment;
}

/** A reminder with its appointment, kept from others until the transaction ends. */
export async function lockReminder(
  manager: EntityManager,
  businessId: string,
  reminderId: string,
): Promise<LockedReminder | null> {
  const [reminder] = await manager.query<ReminderRow[]>(
    `SELECT id, business_id AS "businessId", appointment_id AS "appointmentId", due_at AS "dueAt", status,
       created_at AS "createdAt"
     FROM reminder WHERE business_id = $1 AND id = $2 FOR UPDATE`,
    [businessId, reminderId],
  );
  if (reminder === undefined) return null;
  const appointment = await findAppointment(manager, businessId, reminder.appointmentId);
  return appointment === null ? null : { reminder, appointment };
}
