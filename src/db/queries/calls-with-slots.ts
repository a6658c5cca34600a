import type { EntityManager } from 'typeorm';

/** Those of these calls that hold or have booked anything. */
export async function callsWithSlots(
  manager: EntityManager,
  businessId: string,
  calls: readonly { callSid: string }[],
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ callSid: string }[]>(
    `SELECT DISTINCT call_sid AS "callSid" FROM appointment
     WHERE business_id = $1 AND call_sid = ANY ($2) AND status IN ('held', 'confirmed')`,
    [businessId, calls.map(({ callSid }) => callSid)],
  );
  return new Set(rows.map(({ callSid }) => callSid));
}
