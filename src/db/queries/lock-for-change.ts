import type { EntityManager } from 'typeorm';

/** Changes of one thing wait for each other until their transactions end. */
export async function lockForChange(manager: EntityManager, businessId: string, id: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [`${businessId} ${id}`]);
}
