import type { EntityManager } from 'typeorm';
import type { Schedule } from '../../booking/schedule.ts';
import type { Database } from '../../db/database.ts';
import type { BusinessRow } from '../../db/entities/business.ts';
import type { MessageRow } from '../../db/entities/message.ts';
import { endMessage } from '../../db/queries/end-message.ts';
import type { MessageEnd } from '../../db/queries/end-message.ts';
import { findAppointment } from '../../db/queries/find-appointment.ts';
import { loadBusiness } from '../../db/queries/load-business.ts';
import { loadSchedule } from '../../db/queries/load-schedule.ts';
import { lockMessage } from '../../db/queries/lock-message.ts';
import { markWaitlistTold } from '../../db/queries/mark-waitlist-told.ts';
import { tellWebhooks } from '../../db/queries/tell-webhooks.ts';
import { waitOn } from '../../db/queries/wait-on.ts';
import type { Sms, SmsResult, SmsSender } from '../../transport/twilio/sms.ts';
import { done, idIn, later } from '../job.ts';
import type { JobEnd, JobHandler } from '../job.ts';
import { isStillFree } from '../waitlist/is-still-free.ts';
import { sendingTime } from './sending-time.ts';

/** The ways to reach a person after a call, best first: SMS, the business's own systems, the owner who sees what was kept. */
export interface MessageTools {
  database: Database;
  /** Null where no account is set. */
  sms: SmsSender | null;
  /** Who a message comes from; null: the business's own number. */
  smsFrom: string | null;
  now: () => number;
}

type Begun = { kind: 'over'; end: JobEnd } | { kind: 'sms'; message: MessageRow; sms: Sms };

/**
 * Sends one message, once. Before it leaves it is marked `sending`; a worker that finds that mark asks Twilio whether the very
 * same message went out already, so that one killed in the middle sends nothing twice.
 */
export function sendMessage(tools: MessageTools): JobHandler {
  const { database, sms } = tools;
  return async ({ details, attempt }) => {
    const businessId = idIn(details, 'businessId');
    const messageId = idIn(details, 'messageId');
    const begun = await database.inBusiness(businessId, (manager) => begin(manager, { businessId, messageId, tools }));
    if (begun.kind === 'over' || sms === null) return begun.kind === 'over' ? begun.end : done;
    const result = await trySms(sms, begun).catch((error: unknown) => {
      if (attempt === 'more') throw error;
      return { kind: 'refused', code: 0 } as const;
    });
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
  const message = await lockMessage(manager, businessId, messageId);
  const business = await loadBusiness(manager, businessId);
  if (message === null || business === null || !OPEN.has(message.status)) return over();
  const schedule = await loadSchedule(manager, businessId);
  if (schedule === null) return tellNobody(manager, { businessId, messageId, status: 'kept', note: 'no_business' });
  const now = tools.now();
  if (await isOutdated(manager, message, { schedule, now })) {
    return tellNobody(manager, { businessId, messageId, status: 'cancelled' });
  }
  const time = await sendingTime(manager, schedule, { ...message, now });
  if (time.kind === 'later') return over(later(time.at));
  if (time.kind === 'now') return beginSending(manager, message, smsOf(message, business, tools));
  return tellNobody(manager, { businessId, messageId, status: 'kept', note: time.note });
}

async function tellNobody(
  manager: EntityManager,
  { businessId, ...end }: MessageEnd & { businessId: string },
): Promise<Begun> {
  await endMessage(manager, businessId, end);
  await waitOn(manager, businessId, end.messageId);
  return over();
}

const OPEN: ReadonlySet<MessageRow['status']> = new Set(['waiting', 'sending']);

async function beginSending(manager: EntityManager, message: MessageRow, sms: Sms | null): Promise<Begun> {
  if (sms === null) {
    await sendWithoutSms(manager, message, 'no_channel');
    return over();
  }
  await endMessage(manager, message.businessId, { messageId: message.id, status: 'sending', channel: 'sms' });
  return { kind: 'sms', message, sms };
}

const over = (end: JobEnd = done): Begun => ({ kind: 'over', end });

/** Since it was written the appointment it reminds of was cancelled or moved, or the time that was free was taken. */
async function isOutdated(
  manager: EntityManager,
  message: MessageRow,
  { schedule, now }: { schedule: Schedule; now: number },
): Promise<boolean> {
  if (message.kind === 'waitlist') return !(await isStillFree(manager, schedule, { ...message, now }));
  if (message.appointmentId === null) return false;
  const appointment = await findAppointment(manager, message.businessId, message.appointmentId);
  return appointment?.status !== 'confirmed' || appointment.startsAt.getTime() !== message.startsAt.getTime();
}

function smsOf({ phone, text }: MessageRow, { phoneNumber }: BusinessRow, tools: MessageTools): Sms | null {
  if (tools.sms === null || !phone.startsWith('+')) return null;
  return { to: phone, from: tools.smsFrom ?? phoneNumber, body: text };
}

async function trySms(sender: SmsSender, { message, sms }: Begun & { kind: 'sms' }): Promise<SmsResult> {
  const before = message.status === 'sending' ? await sender.find(sms, message.updatedAt) : null;
  return before === null ? sender.send(sms) : { kind: 'sent', id: before };
}

async function end(
  manager: EntityManager,
  { message, result }: { message: MessageRow; result: SmsResult },
): Promise<void> {
  const { businessId, id: messageId } = message;
  if (result.kind === 'refused') return sendWithoutSms(manager, message, `sms_refused_${result.code}`);
  await endMessage(manager, businessId, { messageId, status: 'sent', channel: 'sms', providerId: result.id });
  await markWaitlistTold(manager, businessId, messageId);
}

const events = { reminder: 'reminder.due', waitlist: 'waitlist.freed' } as const;

/** To the business's systems where one asked for it; else it is kept and the owner sees it. */
async function sendWithoutSms(manager: EntityManager, message: MessageRow, note: string): Promise<void> {
  const { businessId, id: messageId, kind, leadId, appointmentId, startsAt, phone, text } = message;
  const subject = { id: messageId, leadId, appointmentId, startsAt: startsAt.toISOString(), phone, text };
  const told = await tellWebhooks(manager, businessId, { type: events[kind], leadId, subject });
  const end =
    told > 0 ? ({ status: 'sent', channel: 'webhook' } as const) : ({ status: 'kept', channel: null } as const);
  await endMessage(manager, businessId, { messageId, ...end, note });
  await markWaitlistTold(manager, businessId, messageId);
}
