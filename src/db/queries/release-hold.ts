import type { EntityManager } from 'typeorm';

/** Gives back what a call holds; with `exceptStartsAt` all but that slot. */
export async function releaseHold(
  manager: EntityManager,
  businessId: string,
  { callSid, exceptStartsAt = null }: { callSid: string; exceptStartsAt?: Date | null },
): Promise<void> {
  await manager.query(
    `DELETE FROM appointment
     WHERE business_id = $1 AND call_sid = $2 AND status = 'held' AND starts_at IS DISTINCT FROM $3::timestamptz`,
    [businessId, callSid, exceptStartsAt],
  );
}
