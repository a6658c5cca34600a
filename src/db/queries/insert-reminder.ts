import type { EntityManager } from 'typeorm';
import type { ReminderRow } from '../entities/reminder.ts';

export type ReminderWrite = { kind: 'scheduled'; reminder: ReminderRow } | { kind: 'unknown' };

/** Puts a reminder into the queue, one for each appointment. `unknown` where no confirmed appointment has this id. */
export async function insertReminder(
  manager: EntityManager,
  businessId: string,
  { appointmentId, dueAt }: { appointmentId: string; dueAt: Date },
): Promise<ReminderWrite> {
  const [reminder] = await manager.query<ReminderRow[]>(
    `INSERT INTO reminder AS r (business_id, appointment_id, due_at)
     SELECT a.business_id, a.id, $3 FROM appointment a WHERE a.business_id = $1 AND a.id = $2 AND a.status = 'confirmed'
     ON CONFLICT (appointment_id) DO UPDATE SET due_at = EXCLUDED.due_at
     RETURNING r.id, r.business_id AS "businessId", r.appointment_id AS "appointmentId", r.due_at AS "dueAt", r.status,
       r.created_at AS "createdAt"`,
    [businessId, appointmentId, dueAt],
  );
  return reminder === undefined ? { kind: 'unknown' } : { kind: 'scheduled', reminder };
}
