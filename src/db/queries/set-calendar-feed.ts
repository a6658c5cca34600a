import type { EntityManager } from 'typeorm';

/** Gives the business a new calendar secret (by its hash) in place of the one it has; null takes it away. */
export async function setCalendarFeed(
  manager: EntityManager,
  businessId: string,
  secretHash: string | null,
): Promise<void> {
  await manager.query('DELETE FROM calendar_feed WHERE business_id = $1', [businessId]);
  if (secretHash === null) return;
  await manager.query('INSERT INTO calendar_feed (business_id, secret_hash) VALUES ($1, $2)', [businessId, secretHash]);
}
