import type { EntityManager } from 'typeorm';

/**
 * From here to the end of the transaction nobody else moves an appointment of this business. An UPDATE has no ON CONFLICT:
 * without this lock moves that cross each other deadlock for seconds.
 */
export async function lockMoves(manager: EntityManager, businessId: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`reschedule ${businessId}`]);
}
