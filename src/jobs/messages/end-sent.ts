import type { EntityManager } from 'typeorm';
import type { MessageRow } from '../../db/entities/message.ts';
import { endMessage } from '../../db/queries/end-message.ts';
import { markWaitlistTold } from '../../db/queries/mark-waitlist-told.ts';

/** It went out by SMS, under this id of Twilio's. */
export async function endSent(
  manager: EntityManager,
  { businessId, id: messageId }: MessageRow,
  providerId: string,
): Promise<void> {
  await endMessage(manager, businessId, { messageId, status: 'sent', channel: 'sms', providerId });
  await markWaitlistTold(manager, businessId, messageId);
}
