import type { EntityManager } from 'typeorm';
import { writeAppointment } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';
import type { SlotWrite } from '../slot-write.ts';

/**
 * The only insert of an appointment. ON CONFLICT DO NOTHING: a plain insert against the constraint deadlocks for seconds from
 * three callers on (reference/scheduling.md §2). Null where somebody, or this call itself, has the time already.
 */
export function insertSlot(
  manager: EntityManager,
  businessId: string,
  { slot, holdSeconds }: { slot: SlotWrite; holdSeconds: number | null },
): Promise<Appointment | null> {
  return writeAppointment(
    manager,
    `INSERT INTO appointment (business_id, resource_id, lead_id, call_sid, starts_at, ends_at, busy_from, busy_until,
       name, phone, status, held_until)
     SELECT $1, r.id, $2, $3, $4, $5, $6, $7, $8, $9,
       CASE WHEN $10::float8 IS NULL THEN 'confirmed' ELSE 'held' END, now() + make_interval(secs => $10::float8)
     FROM resource r WHERE r.business_id = $1 AND r.active ORDER BY r.created_at, r.id LIMIT 1
     ON CONFLICT DO NOTHING`,
    [
      businessId,
      slot.leadId,
      slot.callSid,
      slot.startsAt,
      slot.endsAt,
      slot.busyFrom,
      slot.busyUntil,
      slot.name,
      slot.phone,
      holdSeconds,
    ],
  );
}
