import { reminderTime } from '../../booking/reminder-time.ts';
import type { Database } from '../../db/database.ts';
import { loadSchedule } from '../../db/queries/load-schedule.ts';
import { lockReminder } from '../../db/queries/lock-reminder.ts';
import { updateReminder } from '../../db/queries/update-reminder.ts';
import { done, idIn } from '../job.ts';
import type { JobEnd, JobHandler } from '../job.ts';

/** After an appointment was moved: its reminder is due at the right time before the new one, also where it was sent for the old. */
export function planReminder({ database, now }: { database: Database; now: () => number }): JobHandler {
  return ({ details }) => {
    const businessId = idIn(details, 'businessId');
    const reminderId = idIn(details, 'reminderId');
    return database.inBusiness(businessId, async (manager): Promise<JobEnd> => {
      const locked = await lockReminder(manager, businessId, reminderId);
      const schedule = await loadSchedule(manager, businessId);
      if (locked?.appointment.status !== 'confirmed' || schedule === null) return done;
      const due = reminderTime(schedule, { startsAt: locked.appointment.startsAt.getTime(), now: now() });
      await updateReminder(
        manager,
        businessId,
        due === null ? { reminderId, status: 'failed' } : { reminderId, status: 'pending', dueAt: new Date(due) },
      );
      return done;
    });
  };
}
