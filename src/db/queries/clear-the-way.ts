import type { EntityManager } from 'typeorm';

export interface Way {
  busyFrom: Date;
  busyUntil: Date;
  startsAt: Date;
  /** The call whose other holds end now; null for none. */
  callSid: string | null;
  /** What the call's hold of this slot would move; one that would move something else ends too. */
  moves?: string | null;
}

/**
 * Takes away what no longer stands in the way of a slot: expired holds over it, and the call's own holds of other slots.
 * A separate statement before the insert, in the same transaction. The rows are locked in one order, so that two who clear the same
 * ones wait for each other in turn.
 */
export async function clearTheWay(manager: EntityManager, businessId: string, way: Way): Promise<void> {
  await manager.query(
    `DELETE FROM appointment WHERE id IN (
       SELECT id FROM appointment
       WHERE business_id = $1 AND status = 'held'
         AND ((call_sid = $2 AND (starts_at <> $3 OR moves IS DISTINCT FROM $6::uuid))
           OR (held_until <= now() AND tstzrange(busy_from, busy_until, '[)') && tstzrange($4, $5, '[)')))
       ORDER BY id FOR UPDATE)`,
    [businessId, way.callSid, way.startsAt, way.busyFrom, way.busyUntil, way.moves ?? null],
  );
}
