import type { EntityManager } from 'typeorm';

/** Whose waitlist this entry (a UUID) is on. Runs `anywhere`. */
export async function locateWaitlistEntry(manager: EntityManager, entryId: string): Promise<string | null> {
  const [row] = await manager.query<{ businessId: string }[]>(
    `SELECT business_id AS "businessId" FROM waitlist WHERE id = $1`,
    [entryId],
  );
  return row?.businessId ?? null;
}
