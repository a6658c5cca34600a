import type { EntityManager } from 'typeorm';

/** Throws the draft of a business away. */
export async function deleteDraft(manager: EntityManager, businessId: string): Promise<void> {
  await manager.query('DELETE FROM business_draft WHERE business_id = $1', [businessId]);
}
