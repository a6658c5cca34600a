import type { ReminderView } from '../../db/queries/list-reminders.ts';
import { nationalPhone } from './phone.ts';
import { zonedTime } from './zoned-time.ts';

/** A reminder and what became of it; `kept` ones are for the owner to pass on, with the words of `text`. */
export function presentReminder(row: ReminderView, timezone: string) {
  const { id, businessId, appointmentId, status, name, channel, text, note } = row;
  return {
    id,
    businessId,
    appointmentId,
    dueAt: zonedTime(row.dueAt, timezone),
    status,
    startsAt: zonedTime(row.startsAt, timezone),
    name,
    phone: nationalPhone(row.phone),
    channel,
    text,
    note,
    createdAt: row.createdAt.toISOString(),
  };
}
