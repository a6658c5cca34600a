import type { EntityManager } from 'typeorm';
import type { MessageRow } from '../entities/message.ts';
import { MessageEntity } from '../entities/message.ts';

export type NewMessage = Pick<
  MessageRow,
  'leadId' | 'kind' | 'onceKey' | 'appointmentId' | 'startsAt' | 'phone' | 'text'
>;

/** Has somebody told of something after the call. The same key `again` is not written again. */
export async function insertMessage(
  manager: EntityManager,
  businessId: string,
  message: NewMessage,
): Promise<'first' | 'again'> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(MessageEntity)
    .values({ businessId, ...message })
    .orIgnore()
    .returning('id')
    .execute();
  return Array.isArray(inserted.raw) && inserted.raw.length > 0 ? 'first' : 'again';
}
