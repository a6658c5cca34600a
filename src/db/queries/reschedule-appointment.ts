import type { EntityManager } from 'typeorm';
import { writeAppointment } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';
import { sqlState } from '../database-fault.ts';
import type { SlotWrite } from '../slot-write.ts';
import { clearTheWay } from './clear-the-way.ts';

export type Reschedule = { kind: 'moved'; appointment: Appointment } | { kind: 'taken' } | { kind: 'unknown' };

export interface Move extends Pick<SlotWrite, 'startsAt' | 'endsAt' | 'busyFrom' | 'busyUntil'> {
  appointmentId: string;
}

/** Moves a confirmed appointment, its reminder with it. `unknown` where there is no confirmed one of this id. */
export async function rescheduleAppointment(
  manager: EntityManager,
  businessId: string,
  move: Move,
): Promise<Reschedule> {
  /* An UPDATE has no ON CONFLICT: without this lock moves that cross each other deadlock for seconds. */
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`reschedule ${businessId}`]);
  await clearTheWay(manager, businessId, { ...move, callSid: null });
  try {
    const appointment = await manager.transaction((savepoint) => moveBoth(savepoint, businessId, move));
    return appointment === null ? { kind: 'unknown' } : { kind: 'moved', appointment };
  } catch (error) {
    if (['23P01', '23505'].includes(sqlState(error) ?? '')) return { kind: 'taken' };
    throw error;
  }
}

async function moveBoth(manager: EntityManager, businessId: string, move: Move): Promise<Appointment | null> {
  await manager.query(
    `UPDATE reminder r SET due_at = r.due_at + ($3::timestamptz - a.starts_at)
     FROM appointment a
     WHERE a.business_id = $1 AND a.id = $2 AND a.status = 'confirmed' AND r.appointment_id = a.id AND r.status = 'pending'`,
    [businessId, move.appointmentId, move.startsAt],
  );
  return writeAppointment(
    manager,
    `UPDATE appointment SET starts_at = $3, ends_at = $4, busy_from = $5, busy_until = $6, updated_at = now()
     WHERE business_id = $1 AND id = $2 AND status = 'confirmed'`,
    [businessId, move.appointmentId, move.startsAt, move.endsAt, move.busyFrom, move.busyUntil],
  );
}
