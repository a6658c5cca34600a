import type { EntityManager } from 'typeorm';

/** Whose resource this id (a UUID) is. Runs `anywhere`. */
export async function locateResource(manager: EntityManager, resourceId: string): Promise<string | null> {
  const [row] = await manager.query<{ businessId: string }[]>(
    `SELECT business_id AS "businessId" FROM resource WHERE id = $1`,
    [resourceId],
  );
  return row?.businessId ?? null;
}
