import type { EntityManager } from 'typeorm';
import type { Schedule } from '../../booking/schedule.ts';
import type { MessageRow } from '../../db/entities/message.ts';
import { findAppointment } from '../../db/queries/find-appointment.ts';
import { isStillFree } from '../waitlist/is-still-free.ts';

/** Since it was written the appointment it reminds of was cancelled or moved, or the time that was free was taken. */
export async function isOutdated(
  manager: EntityManager,
  message: MessageRow,
  { schedule, now }: { schedule: Schedule; now: number },
): Promise<boolean> {
  if (message.kind === 'waitlist') return !(await isStillFree(manager, schedule, { ...message, now }));
  if (message.appointmentId === null) return false;
  const appointment = await findAppointment(manager, message.businessId, message.appointmentId);
  return appointment?.status !== 'confirmed' || appointment.startsAt.getTime() !== message.startsAt.getTime();
}
