import type { EntityManager } from 'typeorm';
import { leasedCalls } from '../leased-calls.ts';
import type { Lease } from '../leased-calls.ts';

/**
 * Gives calls up, so that they are seen to have no node; who takes one raises its epoch. What is being written at this moment is
 * `skipped` or `awaited`. Gives those that still have their node. Runs `anywhere`.
 */
export async function releaseLeases(
  manager: EntityManager,
  { leases, busy }: { leases: readonly Lease[]; busy: 'skipped' | 'awaited' },
): Promise<Lease[]> {
  if (leases.length === 0) return [];
  const held = `${leasedCalls} AND s.owner_node IS NOT NULL`;
  const which = [JSON.stringify(leases)];
  await manager.query(
    `UPDATE call_session SET owner_node = NULL, lease_until = now()
     WHERE call_sid IN (SELECT s.call_sid ${held} FOR NO KEY UPDATE OF s ${busy === 'skipped' ? 'SKIP LOCKED' : ''})`,
    which,
  );
  return manager.query<Lease[]>(`SELECT s.call_sid AS "callSid", s.epoch ${held}`, which);
}
