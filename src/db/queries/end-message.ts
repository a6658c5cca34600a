import type { EntityManager } from 'typeorm';
import type { MessageRow } from '../entities/message.ts';
import { MessageEntity } from '../entities/message.ts';

type MessageEnd = Partial<Pick<MessageRow, 'channel' | 'providerId' | 'note'>> & {
  messageId: string;
  status: MessageRow['status'];
};

/** Writes where a message stands; a reminder's own row says the same once it is over. */
export async function endMessage(
  manager: EntityManager,
  businessId: string,
  { messageId, status, ...more }: MessageEnd,
): Promise<void> {
  await manager.update(MessageEntity, { businessId, id: messageId }, { status, ...more });
  if (status !== 'sent' && status !== 'kept' && status !== 'failed') return;
  await manager.query(
    `UPDATE reminder r SET status = $3 FROM message m
     WHERE m.business_id = $1 AND m.id = $2 AND m.kind = 'reminder'
       AND r.business_id = $1 AND r.appointment_id = m.appointment_id AND r.status = 'queued'`,
    [businessId, messageId, status],
  );
}
