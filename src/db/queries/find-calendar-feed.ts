import type { EntityManager } from 'typeorm';

/** Whose calendar a secret (by its hash) opens; null where none. Runs `anywhere`. */
export async function findCalendarFeed(manager: EntityManager, secretHash: string): Promise<string | null> {
  const [row] = await manager.query<{ businessId: string }[]>(
    `SELECT f.business_id AS "businessId" FROM calendar_feed f JOIN business b ON b.id = f.business_id
     WHERE f.secret_hash = $1 AND b.active`,
    [secretHash],
  );
  return row?.businessId ?? null;
}
