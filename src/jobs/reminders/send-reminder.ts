import type { Appointment } from '../../db/appointment.ts';
import type { Database } from '../../db/database.ts';
import { insertMessage } from '../../db/queries/insert-message.ts';
import { loadBusiness } from '../../db/queries/load-business.ts';
import { lockReminder } from '../../db/queries/lock-reminder.ts';
import { updateReminder } from '../../db/queries/update-reminder.ts';
import { done, idIn, later } from '../job.ts';
import type { JobEnd, JobHandler } from '../job.ts';
import { reminderText } from './reminder-text.ts';

/** When a reminder is due: the message is written and so put on its way, in one transaction with the reminder's row. */
export function sendReminder({ database, now }: { database: Database; now: () => number }): JobHandler {
  return ({ details }) => {
    const businessId = idIn(details, 'businessId');
    const reminderId = idIn(details, 'reminderId');
    return database.inBusiness(businessId, async (manager): Promise<JobEnd> => {
      const locked = await lockReminder(manager, businessId, reminderId);
      const business = await loadBusiness(manager, businessId);
      if (locked === null || business === null || locked.reminder.status !== 'pending') return done;
      const { reminder, appointment } = locked;
      if (reminder.dueAt.getTime() > now()) return later(reminder.dueAt.getTime());
      const status = standing(appointment, now());
      if (status === 'queued') {
        await insertMessage(manager, businessId, {
          leadId: appointment.leadId,
          kind: 'reminder',
          onceKey: `reminder ${reminder.id} ${appointment.startsAt.toISOString()}`,
          appointmentId: appointment.id,
          startsAt: appointment.startsAt,
          phone: appointment.phone,
          text: reminderText({ ...appointment, businessName: business.name }),
        });
      }
      await updateReminder(manager, businessId, { reminderId, status });
      return done;
    });
  };
}

function standing({ status, startsAt }: Appointment, now: number): 'queued' | 'cancelled' | 'failed' {
  if (status !== 'confirmed') return 'cancelled';
  return startsAt.getTime() <= now ? 'failed' : 'queued';
}
