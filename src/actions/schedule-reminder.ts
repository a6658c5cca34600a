import { reminderTime } from '../booking/reminder-time.ts';
import type { Database } from '../db/database.ts';
import { inCall } from '../db/in-call.ts';
import type { Fenced } from '../db/in-call.ts';
import type { ReminderRow } from '../db/entities/reminder.ts';
import { findAppointment } from '../db/queries/find-appointment.ts';
import { insertReminder } from '../db/queries/insert-reminder.ts';
import { loadSchedule } from '../db/queries/load-schedule.ts';

export type ReminderResult =
  { kind: 'scheduled'; reminder: ReminderRow } | { kind: 'refused'; reason: 'unknown' | 'too_late' } | Fenced;

export interface ReminderWish {
  businessId: string;
  appointmentId: string;
  /** The call that asked for it, where one did. */
  call?: { callSid: string; epoch: number };
  now?: number;
}

/** Puts the reminder of an appointment into the queue, to be sent when the business wants it, at a decent hour; asked twice there is still one. */
export function scheduleReminder(
  database: Database,
  { businessId, appointmentId, call, now = Date.now() }: ReminderWish,
): Promise<ReminderResult> {
  const asking = { businessId, callSid: call?.callSid ?? '', epoch: call?.epoch };
  return inCall<ReminderResult>(database, asking, async (manager) => {
    const appointment = await findAppointment(manager, businessId, appointmentId);
    if (appointment === null) return { kind: 'refused', reason: 'unknown' };
    const schedule = await loadSchedule(manager, businessId);
    const due = schedule && reminderTime(schedule, { startsAt: appointment.startsAt.getTime(), now });
    if (due === null) return { kind: 'refused', reason: 'too_late' };
    const written = await insertReminder(manager, businessId, { appointmentId, dueAt: new Date(due) });
    return written.kind === 'scheduled' ? written : { kind: 'refused', reason: 'unknown' };
  });
}
