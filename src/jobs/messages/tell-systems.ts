import type { EntityManager } from 'typeorm';
import type { MessageRow } from '../../db/entities/message.ts';
import { endMessage } from '../../db/queries/end-message.ts';
import { markWaitlistTold } from '../../db/queries/mark-waitlist-told.ts';
import { tellWebhooks } from '../../db/queries/tell-webhooks.ts';

const events = { reminder: 'reminder.due', waitlist: 'waitlist.freed' } as const;

/** Leaves a message to the business's own systems; `none` where no webhook asked for such. `note`: why it was no SMS. */
export async function tellSystems(manager: EntityManager, message: MessageRow, note: string): Promise<'told' | 'none'> {
  const { businessId, id: messageId, kind, leadId, startsAt, phone, text } = message;
  const appointmentId = kind === 'reminder' ? message.appointmentId : null;
  const subject = { id: messageId, leadId, appointmentId, startsAt: startsAt.toISOString(), phone, text };
  const told = await tellWebhooks(manager, businessId, { type: events[kind], leadId, subject });
  if (told === 0) return 'none';
  await endMessage(manager, businessId, { messageId, status: 'sent', channel: 'webhook', note });
  await markWaitlistTold(manager, businessId, messageId);
  return 'told';
}
