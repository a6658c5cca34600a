import type { EntityManager } from 'typeorm';

/** Whose call this is. Runs `anywhere`. */
export async function locateCall(manager: EntityManager, callSid: string): Promise<string | null> {
  const [row] = await manager.query<{ businessId: string }[]>(
    `SELECT business_id AS "businessId" FROM call_session WHERE call_sid = $1`,
    [callSid],
  );
  return row?.businessId ?? null;
}
