import type { EntityManager } from 'typeorm';
import { leasedCalls } from '../leased-calls.ts';
import type { Lease } from '../leased-calls.ts';

/**
 * Renews the leases of all calls of one node in one statement and gives those it still has: a call that is missing was taken over or
 * closed. A row somebody is just writing is left to the next time, and counts as kept. Runs `anywhere`.
 */
export async function renewLeases(
  manager: EntityManager,
  { calls, leaseSeconds }: { calls: readonly Lease[]; leaseSeconds: number },
): Promise<string[]> {
  if (calls.length === 0) return [];
  const mine = `SELECT s.call_sid ${leasedCalls}`;
  const kept = await manager.query<{ call_sid: string }[]>(mine, [JSON.stringify(calls)]);
  await manager.query(
    `UPDATE call_session SET lease_until = now() + make_interval(secs => $2)
     WHERE call_sid IN (${mine} FOR NO KEY UPDATE OF s SKIP LOCKED)`,
    [JSON.stringify(calls), leaseSeconds],
  );
  return kept.map((row) => row.call_sid);
}
