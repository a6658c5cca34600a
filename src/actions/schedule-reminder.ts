import type { Database } from '../db/database.ts';
import type { ReminderRow } from '../db/entities/reminder.ts';
import { findAppointment } from '../db/queries/find-appointment.ts';
import { insertReminder } from '../db/queries/insert-reminder.ts';
import { retrying } from '../db/retrying.ts';

export type ReminderResult =
  { kind: 'scheduled'; reminder: ReminderRow } | { kind: 'refused'; reason: 'unknown' | 'too_late' };

const minuteMs = 60_000;
/** A day before; for an appointment sooner than that two hours, then half an hour before. */
const leadTimesMs = [24 * 60 * minuteMs, 120 * minuteMs, 30 * minuteMs];

/** Puts the reminder of an appointment into the queue, to be sent later; asked twice there is still one. */
export function scheduleReminder(
  database: Database,
  { businessId, appointmentId, now = Date.now() }: { businessId: string; appointmentId: string; now?: number },
): Promise<ReminderResult> {
  return retrying(database, businessId, async (manager) => {
    const appointment = await findAppointment(manager, businessId, appointmentId);
    if (appointment === null) return { kind: 'refused', reason: 'unknown' };
    const dueAt = dueTime(appointment.startsAt.getTime(), now);
    if (dueAt === null) return { kind: 'refused', reason: 'too_late' };
    const written = await insertReminder(manager, businessId, { appointmentId, dueAt });
    return written.kind === 'scheduled' ? written : { kind: 'refused', reason: 'unknown' };
  });
}

function dueTime(startsAt: number, now: number): Date | null {
  const leadMs = leadTimesMs.find((candidate) => startsAt - candidate > now);
  return leadMs === undefined ? null : new Date(startsAt - leadMs);
}
