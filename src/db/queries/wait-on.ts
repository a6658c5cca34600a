import type { EntityManager } from 'typeorm';

/** Whoever on the waitlist a message was for goes on waiting, in their old place: it never left. */
export async function waitOn(manager: EntityManager, businessId: string, messageId: string): Promise<void> {
  await manager.query(
    'UPDATE waitlist SET message_id = NULL WHERE business_id = $1 AND message_id = $2 AND told_at IS NULL',
    [businessId, messageId],
  );
}
