import type { EntityManager } from 'typeorm';

/** Whose lead this id (a UUID) is. Runs `anywhere`. */
export async function locateLead(manager: EntityManager, leadId: string): Promise<string | null> {
  const [row] = await manager.query<{ businessId: string }[]>(
    `SELECT business_id AS "businessId" FROM lead WHERE id = $1`,
    [leadId],
  );
  return row?.businessId ?? null;
}
