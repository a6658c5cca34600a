import type { Database } from '../../db/database.ts';
import { lockReminder } from '../../db/queries/lock-reminder.ts';
import { updateReminder } from '../../db/queries/update-reminder.ts';
import { done, idIn } from '../job.ts';
import type { JobEnd, JobHandler } from '../job.ts';

/** A reminder whose message could not be written at any try. One that is due at another time by now has another job. */
export function giveUpReminder({ database, now }: { database: Database; now: () => number }): JobHandler {
  return ({ details }) => {
    const businessId = idIn(details, 'businessId');
    const reminderId = idIn(details, 'reminderId');
    return database.inBusiness(businessId, async (manager): Promise<JobEnd> => {
      const locked = await lockReminder(manager, businessId, reminderId);
      if (locked === null) return done;
      const { status, dueAt } = locked.reminder;
      if (status === 'pending' && dueAt.getTime() <= now()) {
        await updateReminder(manager, businessId, { reminderId, status: 'failed' });
      }
      return done;
    });
  };
}
