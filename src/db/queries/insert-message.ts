import type { EntityManager } from 'typeorm';
import type { MessageRow } from '../entities/message.ts';
import { MessageEntity } from '../entities/message.ts';

export type NewMessage = Pick<
  MessageRow,
  'leadId' | 'kind' | 'onceKey' | 'appointmentId' | 'startsAt' | 'phone' | 'text'
>;

/** Has somebody told of something after the call. Its id; null where this key was written before. */
export async function insertMessage(
  manager: EntityManager,
  businessId: string,
  message: NewMessage,
): Promise<string | null> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(MessageEntity)
    .values({ businessId, ...message })
    .orIgnore()
    .returning('id')
    .execute();
  const [first] = inserted.raw as { id: string }[];
  return first?.id ?? null;
}
