import type { EntityManager } from 'typeorm';
import { writeAppointment } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';
import { sqlState } from '../database-fault.ts';
import { freeSeats, wantedResources } from '../free-seats.ts';
import type { SlotWhen } from '../slot-write.ts';
import { clearTheWay } from './clear-the-way.ts';
import { findAppointment } from './find-appointment.ts';
import { lockMoves } from './lock-moves.ts';

export type Reschedule = { kind: 'moved'; appointment: Appointment } | { kind: 'taken' } | { kind: 'unknown' };

export interface Move extends SlotWhen {
  appointmentId: string;
}

/** Each round somebody else has won a place. */
const MOST_ROUNDS = 20;

/** Moves a confirmed appointment, its reminder with it; it stays with whom it was if they are free. `unknown`: no confirmed one has this id. */
export async function rescheduleAppointment(
  manager: EntityManager,
  businessId: string,
  move: Move,
): Promise<Reschedule> {
  await lockMoves(manager, businessId);
  await clearTheWay(manager, businessId, { ...move, callSid: null });
  if (!(await isConfirmed(manager, businessId, move.appointmentId))) return { kind: 'unknown' };
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const result = await tryOnce(manager, businessId, move);
    if (result !== 'outrun') return result;
  }
  return { kind: 'taken' };
}

async function isConfirmed(manager: EntityManager, businessId: string, appointmentId: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM appointment WHERE business_id = $1 AND id = $2 AND status = 'confirmed' FOR UPDATE`,
    [businessId, appointmentId],
  );
  return rows.length > 0;
}

/** `outrun`: the place that looked free was taken in the meantime. */
async function tryOnce(manager: EntityManager, businessId: string, move: Move): Promise<Reschedule | 'outrun'> {
  try {
    const appointment = await manager.transaction((savepoint) => moveBoth(savepoint, businessId, move));
    return appointment === null ? { kind: 'taken' } : { kind: 'moved', appointment };
  } catch (error) {
    if (sqlState(error) === '23P01') return 'outrun';
    if (sqlState(error) === '23505') return { kind: 'taken' };
    throw error;
  }
}

const SEAT = freeSeats({ businessId: '$1', busyFrom: '$5', busyUntil: '$6', resourceIds: '$7', own: 't.id = $2' });

async function moveBoth(manager: EntityManager, businessId: string, move: Move): Promise<Appointment | null> {
  const { appointmentId, startsAt, endsAt, busyFrom, busyUntil, resourceIds } = move;
  const before = await findAppointment(manager, businessId, appointmentId);
  const moved = await writeAppointment(
    manager,
    `UPDATE appointment SET starts_at = $3, ends_at = $4, busy_from = $5, busy_until = $6, changed_in_call = NULL, updated_at = now(),
       resource_id = free.resource_id, seat = free.seat
     FROM (
       SELECT f.resource_id, f.seat FROM (${SEAT}) f
       ORDER BY f.resource_id = (SELECT resource_id FROM appointment WHERE business_id = $1 AND id = $2) DESC,
         f.created_at, f.resource_id, f.seat LIMIT 1
     ) free
     WHERE business_id = $1 AND id = $2`,
    [businessId, appointmentId, startsAt, endsAt, busyFrom, busyUntil, wantedResources(resourceIds)],
  );
  if (before === null || moved === null) return null;
  await manager.query(
    `UPDATE reminder SET due_at = due_at + ($3::timestamptz - $4::timestamptz)
     WHERE business_id = $1 AND appointment_id = $2 AND status = 'pending'`,
    [businessId, appointmentId, startsAt, before.startsAt],
  );
  return moved;
}
