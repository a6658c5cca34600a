import type { EntityManager } from 'typeorm';

/** Few enough to be done well within the time a statement has. */
const CALLS_AT_ONCE = 50;

/**
 * Erases facts and words of calls that ended before a moment; how many calls had any. The call's own row, its lead and its
 * appointment stay. Zero: nothing is left to erase.
 */
export async function eraseOldCalls(manager: EntityManager, businessId: string, before: Date): Promise<number> {
  const [erased] = await manager.query<{ calls: number }[]>(
    `WITH old AS (
       SELECT s.call_sid FROM call_session s
       WHERE s.business_id = $1 AND s.ended_at < $2
         AND (EXISTS (SELECT FROM call_event e WHERE e.call_sid = s.call_sid)
           OR EXISTS (SELECT FROM transcript_line l WHERE l.call_sid = s.call_sid))
       ORDER BY s.ended_at LIMIT ${CALLS_AT_ONCE}),
     events AS (DELETE FROM call_event USING old WHERE business_id = $1 AND call_event.call_sid = old.call_sid),
     lines AS (DELETE FROM transcript_line USING old WHERE business_id = $1 AND transcript_line.call_sid = old.call_sid)
     SELECT count(*)::int AS calls FROM old`,
    [businessId, before],
  );
  return erased?.calls ?? 0;
}

/** Erases what was sent out of a business before a moment: deliveries and messages that are over. */
export async function eraseOldMessages(manager: EntityManager, businessId: string, before: Date): Promise<void> {
  await manager.query(
    `DELETE FROM webhook_delivery WHERE business_id = $1 AND happened_at < $2 AND status <> 'waiting'`,
    [businessId, before],
  );
  await manager.query(
    `DELETE FROM message WHERE business_id = $1 AND updated_at < $2 AND status IN ('sent', 'kept', 'cancelled', 'failed')`,
    [businessId, before],
  );
}
