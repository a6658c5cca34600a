import type { Database } from '../db/database.ts';
import { inCall } from '../db/in-call.ts';
import type { Fenced } from '../db/in-call.ts';
import type { ReminderRow } from '../db/entities/reminder.ts';
import { findAppointment } from '../db/queries/find-appointment.ts';
import { insertReminder } from '../db/queries/insert-reminder.ts';

export type ReminderResult =
  { kind: 'scheduled'; reminder: ReminderRow } | { kind: 'refused'; reason: 'unknown' | 'too_late' } | Fenced;

export interface ReminderWish {
  businessId: string;
  appointmentId: string;
  /** The call that asked for it, where one did. */
  call?: { callSid: string; epoch: number };
  now?: number;
}

const minuteMs = 60_000;
/** A day before; for an appointment sooner than that two hours, then half an hour before. */
const leadTimesMs = [24 * 60 * minuteMs, 120 * minuteMs, 30 * minuteMs];

/** Puts the reminder of an appointment into the queue, to be sent later; asked twice there is still one. */
export function scheduleReminder(
  database: Database,
  { businessId, appointmentId, call, now = Date.now() }: ReminderWish,
): Promise<ReminderResult> {
  const asking = { businessId, callSid: call?.callSid ?? '', epoch: call?.epoch };
  return inCall<ReminderResult>(database, asking, async (manager) => {
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
