import type { EntityManager } from 'typeorm';

export interface Lease {
  callSid: string;
  epoch: number;
}

/**
 * Gives calls up, so that they are seen to have no node; who takes one raises its epoch. What is being written at this moment is
 * `skipped` or `awaited`. Gives those that still have their node. Runs `anywhere`.
 */
export async function releaseLeases(
  manager: EntityManager,
  { leases, busy }: { leases: readonly Lease[]; busy: 'skipped' | 'awaited' },
): Promise<Lease[]> {
  if (leases.length === 0) return [];
  const mine = `FROM call_session s
    JOIN jsonb_to_recordset($1::jsonb) AS c("callSid" text, epoch int) ON s.call_sid = c."callSid" AND s.epoch = c.epoch
    WHERE s.ended_at IS NULL AND s.owner_node IS NOT NULL`;
  const which = [JSON.stringify(leases)];
  await manager.query(
    `UPDATE call_session SET owner_node = NULL, lease_until = now()
     WHERE call_sid IN (SELECT s.call_sid ${mine} FOR NO KEY UPDATE OF s ${busy === 'skipped' ? 'SKIP LOCKED' : ''})`,
    which,
  );
  return manager.query<Lease[]>(`SELECT s.call_sid AS "callSid", s.epoch ${mine}`, which);
}
