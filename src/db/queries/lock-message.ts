import type { EntityManager } from 'typeorm';
import type { MessageRow } from '../entities/message.ts';
import { MessageEntity } from '../entities/message.ts';

/** One message, kept from others until the transaction ends. */
export function lockMessage(manager: EntityManager, businessId: string, messageId: string): Promise<MessageRow | null> {
  return manager.findOne(MessageEntity, {
    where: { businessId, id: messageId },
    lock: { mode: 'pessimistic_write' },
  });
}
