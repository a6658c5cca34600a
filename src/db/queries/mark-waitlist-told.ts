import type { EntityManager } from 'typeorm';

/** Notes that a message told whoever it was for on the waitlist. */
export async function markWaitlistTold(manager: EntityManager, businessId: string, messageId: string): Promise<void> {
  await manager.query(
    'UPDATE waitlist SET told_at = now() WHERE business_id = $1 AND message_id = $2 AND told_at IS NULL',
    [businessId, messageId],
  );
}
