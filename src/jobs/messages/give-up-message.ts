import type { EntityManager } from 'typeorm';
import type { MessageRow } from '../../db/entities/message.ts';
import { loadBusiness } from '../../db/queries/load-business.ts';
import { loadSchedule } from '../../db/queries/load-schedule.ts';
import { lockOpenMessage } from '../../db/queries/lock-open-message.ts';
import type { Sms } from '../../transport/twilio/sms.ts';
import { done, idIn } from '../job.ts';
import type { JobHandler, JobTry } from '../job.ts';
import { endSent } from './end-sent.ts';
import { endUntold } from './end-untold.ts';
import { isOutdated } from './is-outdated.ts';
import type { MessageTools } from './message-tools.ts';
import { smsOf } from './sms-of.ts';
import { tellSystems } from './tell-systems.ts';

const NOTE = 'gave_up';

/**
 * A message whose job failed at every try. Where Twilio has it after all it is sent; else it is left to the business's systems, or
 * it is `failed`: then whoever it was for waits on, and the next who waits is told of the time.
 */
export function giveUpMessage(tools: MessageTools): JobHandler {
  const { database, now } = tools;
  return async ({ details, attempt }) => {
    const businessId = idIn(details, 'businessId');
    const messageId = idIn(details, 'messageId');
    const left = await database.inBusiness(businessId, async (manager) => {
      const message = await lockOpenMessage(manager, businessId, messageId);
      const business = await loadBusiness(manager, businessId);
      return message && business && { message, sms: smsOf(message, business, tools) };
    });
    if (left === null) return done;
    const providerId = await idAtTwilio(tools, left, attempt);
    await database.inBusiness(businessId, async (manager) => {
      const message = await lockOpenMessage(manager, businessId, messageId);
      if (message === null) return;
      if (providerId === null) await endUnsent(manager, message, now());
      else await endSent(manager, message, providerId);
    });
    return done;
  };
}

interface Left {
  message: MessageRow;
  sms: Sms | null;
}

/** Only what was marked before it left can be there. Where Twilio cannot be asked to the last it counts as not sent. */
async function idAtTwilio({ sms }: MessageTools, left: Left, attempt: JobTry['attempt']): Promise<string | null> {
  if (sms === null || left.sms === null || left.message.status !== 'sending') return null;
  try {
    return await sms.find(left.sms, left.message.createdAt);
  } catch (error) {
    if (attempt === 'more') throw error;
    return null;
  }
}

async function endUnsent(manager: EntityManager, message: MessageRow, now: number): Promise<void> {
  const schedule = await loadSchedule(manager, message.businessId);
  if (schedule !== null && (await isOutdated(manager, message, { schedule, now }))) {
    return endUntold(manager, message, { status: 'cancelled' });
  }
  const systems = await tellSystems(manager, message, NOTE);
  if (systems === 'none') await endUntold(manager, message, { status: 'failed', note: NOTE });
}
