import type { EntityManager } from 'typeorm';

/** Notes which message is to tell somebody on the waitlist of a time; until it is over no other does. */
export async function keepToTell(
  manager: EntityManager,
  businessId: string,
  { entryId, messageId }: { entryId: string; messageId: string },
): Promise<void> {
  await manager.query('UPDATE waitlist SET message_id = $3 WHERE business_id = $1 AND id = $2', [
    businessId,
    entryId,
    messageId,
  ]);
}
