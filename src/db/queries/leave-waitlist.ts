import type { EntityManager } from 'typeorm';

/** Takes an entry (a UUID) off the waitlist; again does nothing. */
export async function leaveWaitlist(manager: EntityManager, businessId: string, entryId: string): Promise<void> {
  await manager.query('DELETE FROM waitlist WHERE business_id = $1 AND id = $2', [businessId, entryId]);
}
