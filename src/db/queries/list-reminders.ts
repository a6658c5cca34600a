import type { EntityManager } from 'typeorm';
import type { ReminderRow } from '../entities/reminder.ts';
import type { MessageRow } from '../entities/message.ts';
import type { Page } from '../page.ts';

/** A reminder with its appointment's start and what became of its message, if there was one. */
export interface ReminderView extends ReminderRow {
  startsAt: Date;
  name: string;
  phone: string;
  channel: MessageRow['channel'];
  text: string | null;
  note: string | null;
}

/** The reminders of a business, those due last first. */
export function listReminders(
  manager: EntityManager,
  businessId: string,
  { status, limit, offset = 0 }: Page & { status?: ReminderRow['status'] | undefined },
): Promise<ReminderView[]> {
  return manager.query<ReminderView[]>(
    `SELECT r.id, r.business_id AS "businessId", r.appointment_id AS "appointmentId", r.due_at AS "dueAt", r.status,
       r.created_at AS "createdAt", a.starts_at AS "startsAt", a.name, a.phone, m.channel, m.text, m.note
     FROM reminder r JOIN appointment a ON a.business_id = r.business_id AND a.id = r.appointment_id
     LEFT JOIN LATERAL (
       SELECT channel, text, note FROM message m
       WHERE m.business_id = r.business_id AND m.kind = 'reminder' AND m.appointment_id = r.appointment_id
       ORDER BY m.created_at DESC LIMIT 1) m ON true
     WHERE r.business_id = $1 AND ($2::text IS NULL OR r.status = $2)
     ORDER BY r.due_at DESC, r.id LIMIT $3 OFFSET $4`,
    [businessId, status ?? null, limit, offset],
  );
}
