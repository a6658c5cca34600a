import type { EntityManager } from 'typeorm';

/** Gives calls up, so that they are seen to have no node; who takes one raises its epoch. Runs `anywhere`. */
export async function releaseLeases(
  manager: EntityManager,
  calls: readonly { callSid: string; epoch: number }[],
): Promise<void> {
  if (calls.length === 0) return;
  await manager.query(
    `UPDATE call_session SET owner_node = NULL, lease_until = now()
     WHERE call_sid IN (
       SELECT s.call_sid FROM call_session s
       JOIN jsonb_to_recordset($1::jsonb) AS c("callSid" text, epoch int) ON s.call_sid = c."callSid" AND s.epoch = c.epoch
       WHERE s.ended_at IS NULL FOR NO KEY UPDATE OF s SKIP LOCKED)`,
    [JSON.stringify(calls)],
  );
}
