import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { MessageRow } from '../entities/message.ts';
import { MessageEntity } from '../entities/message.ts';

/** One message that is not over yet, kept from others until the transaction ends. */
export function lockOpenMessage(
  manager: EntityManager,
  businessId: string,
  messageId: string,
): Promise<MessageRow | null> {
  return manager.findOne(MessageEntity, {
    where: { businessId, id: messageId, status: In(['waiting', 'sending']) },
    lock: { mode: 'pessimistic_write' },
  });
}
