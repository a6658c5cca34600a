import type { EntityManager } from 'typeorm';
import type { Appointment, MovedAppointment } from '../appointment.ts';
import { findAppointment } from './find-appointment.ts';
import { rescheduleAppointment } from './reschedule-appointment.ts';
import type { Move } from './reschedule-appointment.ts';

/** Moves an appointment and says so with a mark that nothing else can put on it; null where the new time is taken. */
export async function moveAppointment(
  manager: EntityManager,
  businessId: string,
  move: Move,
): Promise<MovedAppointment | null> {
  const written = await rescheduleAppointment(manager, businessId, move);
  return written.kind === 'moved' ? marked(written.appointment) : null;
}

/** The appointment, where an earlier try of the same move has brought it there already; else null. */
export async function findMoved(
  manager: EntityManager,
  businessId: string,
  { appointmentId, startsAt }: Pick<Move, 'appointmentId' | 'startsAt'>,
): Promise<MovedAppointment | null> {
  const found = await findAppointment(manager, businessId, appointmentId);
  return found?.status === 'confirmed' && found.startsAt.getTime() === startsAt.getTime() ? marked(found) : null;
}

const marked = (appointment: Appointment): MovedAppointment => appointment as MovedAppointment;
