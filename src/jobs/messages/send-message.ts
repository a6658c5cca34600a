import type { EntityManager } from 'typeorm';
import type { MessageRow } from '../../db/entities/message.ts';
import { endMessage } from '../../db/queries/end-message.ts';
import { loadBusiness } from '../../db/queries/load-business.ts';
import { loadSchedule } from '../../db/queries/load-schedule.ts';
import { lockOpenMessage } from '../../db/queries/lock-open-message.ts';
import { markWaitlistTold } from '../../db/queries/mark-waitlist-told.ts';
import type { Sms, SmsResult, SmsSender } from '../../transport/twilio/sms.ts';
import { done, idIn, later } from '../job.ts';
import type { JobEnd, JobHandler } from '../job.ts';
import { endSent } from './end-sent.ts';
import { endUntold } from './end-untold.ts';
import type { Untold } from './end-untold.ts';
import { isOutdated } from './is-outdated.ts';
import type { MessageTools } from './message-tools.ts';
import { sendingTime } from './sending-time.ts';
import { smsOf } from './sms-of.ts';
import { tellSystems } from './tell-systems.ts';

type Begun = { kind: 'over'; end: JobEnd } | { kind: 'sms'; message: MessageRow; sms: Sms };

/**
 * Sends one message, once. Before it leaves it is marked `sending`; a worker that finds that mark asks Twilio whether the very
 * same message went out already, so that one killed in the middle sends nothing twice.
 */
export function sendMessage(tools: MessageTools): JobHandler {
  const { database, sms } = tools;
  return async ({ details }) => {
    const businessId = idIn(details, 'businessId');
    const messageId = idIn(details, 'messageId');
    const begun = await database.inBusiness(businessId, (manager) => begin(manager, { businessId, messageId, tools }));
    if (begun.kind === 'over' || sms === null) return begun.kind === 'over' ? begun.end : done;
    const result = await trySms(sms, begun);
    await database.inBusiness(businessId, (manager) => end(manager, { message: begun.message, result }));
    return done;
  };
}

interface Beginning {
  businessId: string;
  messageId: string;
  tools: MessageTools;
}

async function begin(manager: EntityManager, { businessId, messageId, tools }: Beginning): Promise<Begun> {
  const message = await lockOpenMessage(manager, businessId, messageId);
  const business = await loadBusiness(manager, businessId);
  if (message === null || business === null) return over();
  const schedule = await loadSchedule(manager, businessId);
  if (schedule === null) return untold(manager, message, { status: 'kept', note: 'no_business' });
  const now = tools.now();
  if (await isOutdated(manager, message, { schedule, now })) return untold(manager, message, { status: 'cancelled' });
  const time = await sendingTime(manager, schedule, { ...message, now });
  if (time.kind === 'later') return over(later(time.at));
  if (time.kind === 'now') return beginSending(manager, message, smsOf(message, business, tools));
  return untold(manager, message, { status: 'kept', note: time.note });
}

async function beginSending(manager: EntityManager, message: MessageRow, sms: Sms | null): Promise<Begun> {
  if (sms === null) {
    await sendWithoutSms(manager, message, 'no_channel');
    return over();
  }
  await endMessage(manager, message.businessId, { messageId: message.id, status: 'sending', channel: 'sms' });
  return { kind: 'sms', message, sms };
}

async function untold(manager: EntityManager, message: MessageRow, end: Untold): Promise<Begun> {
  await endUntold(manager, message, end);
  return over();
}

const over = (end: JobEnd = done): Begun => ({ kind: 'over', end });

async function trySms(sender: SmsSender, { message, sms }: Begun & { kind: 'sms' }): Promise<SmsResult> {
  const before = message.status === 'sending' ? await sender.find(sms, message.createdAt) : null;
  return before === null ? sender.send(sms) : { kind: 'sent', id: before };
}

async function end(
  manager: EntityManager,
  { message, result }: { message: MessageRow; result: SmsResult },
): Promise<void> {
  if (result.kind === 'sent') return endSent(manager, message, result.id);
  await sendWithoutSms(manager, message, `sms_refused_${result.code}`);
}

/** To the business's systems where one asked for it; else it is kept and the owner sees it. */
async function sendWithoutSms(manager: EntityManager, message: MessageRow, note: string): Promise<void> {
  if ((await tellSystems(manager, message, note)) === 'told') return;
  const { businessId, id: messageId } = message;
  await endMessage(manager, businessId, { messageId, status: 'kept', channel: null, note });
  await markWaitlistTold(manager, businessId, messageId);
}
