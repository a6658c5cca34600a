import type { EntityManager } from 'typeorm';
import type { Database } from '../../db/database.ts';
import { findAppointment } from '../../db/queries/find-appointment.ts';
import { insertMessage } from '../../db/queries/insert-message.ts';
import { loadBusiness } from '../../db/queries/load-business.ts';
import { keepToTell } from '../../db/queries/keep-to-tell.ts';
import { loadSchedule } from '../../db/queries/load-schedule.ts';
import { nextWaiting } from '../../db/queries/next-waiting.ts';
import { wallClock } from '../../db/wall-clock.ts';
import { done, idIn, later } from '../job.ts';
import type { JobEnd, JobHandler } from '../job.ts';
import { freedText } from '../reminders/reminder-text.ts';
import { sendingTime } from '../messages/sending-time.ts';
import { isStillFree } from './is-still-free.ts';

interface WaitlistTools {
  database: Database;
  now: () => number;
}

interface FreedTime {
  businessId: string;
  appointmentId: string;
  startsAt: Date;
}

/** A time became free: the first who waits for that day is to be told of it, once; nothing is booked for them. */
export function tellWaiting({ database, now }: WaitlistTools): JobHandler {
  return ({ details }) => {
    const businessId = idIn(details, 'businessId');
    const freed = {
      businessId,
      appointmentId: idIn(details, 'appointmentId'),
      startsAt: new Date(idIn(details, 'startsAt')),
    };
    return database.inBusiness(businessId, (manager) => tellFirst(manager, freed, now()));
  };
}

async function tellFirst(manager: EntityManager, freed: FreedTime, now: number): Promise<JobEnd> {
  const { businessId, appointmentId, startsAt } = freed;
  const business = await loadBusiness(manager, businessId);
  const schedule = await loadSchedule(manager, businessId);
  const former = await findAppointment(manager, businessId, appointmentId);
  if (business === null || schedule === null || former === null) return done;
  if (!(await isStillFree(manager, schedule, { businessId, startsAt, now }))) return done;
  const clock = wallClock(startsAt, schedule.timezone);
  const onceKey = `waitlist ${appointmentId} ${startsAt.toISOString()}`;
  const first = await nextWaiting(manager, businessId, { date: clock.date, exceptLead: former.leadId, onceKey });
  if (first === null) return done;
  const { leadId, phone, name } = first;
  const time = await sendingTime(manager, schedule, { businessId, leadId, startsAt, now });
  if (time.kind === 'later') return later(time.at);
  const messageId = await insertMessage(manager, businessId, {
    leadId,
    kind: 'waitlist',
    onceKey,
    appointmentId,
    startsAt,
    phone,
    text: freedText({ name, ...clock, businessName: business.name, businessPhone: business.phoneNumber }),
  });
  if (messageId !== null) await keepToTell(manager, businessId, { entryId: first.id, messageId });
  return done;
}
