import type { Database } from '../db/database.ts';
import type { Lease } from '../db/leased-calls.ts';
import { releaseLeases } from '../db/queries/release-leases.ts';
import { renewLeases } from '../db/queries/renew-leases.ts';
import { sweepCalls } from '../db/queries/sweep-calls.ts';
import type { CallTaking, TakenSession } from '../db/queries/take-call-session.ts';
import { LEASE_SECONDS, openCall, takeCall } from './open-call.ts';
import { callStanding, ringCall } from './ring-call.ts';
import type { Ring } from './ring-call.ts';

/** A call whose node is gone for this long is not resumed any more. */
const DEAD_AFTER_SECONDS = 90;

/** The rows of all calls, as one node of the address works with them. */
export function callRegister(database: Database, nodeId: string) {
  return {
    ring: (ring: Omit<Ring, 'nodeId'>) => ringCall(database, { ...ring, nodeId }),
    standing: (callSid: string) => callStanding(database, callSid),
    take: (taking: Omit<CallTaking, 'nodeId' | 'leaseSeconds'>) => takeCall(database, { ...taking, nodeId }),
    open: (session: TakenSession) => openCall(database, session),
  };
}

/** Leases of the calls of one node, and the calls of nodes that are gone. */
export function leaseBook(database: Database) {
  return {
    renew: (calls: readonly Lease[]) =>
      database.anywhere((manager) => renewLeases(manager, { calls, leaseSeconds: LEASE_SECONDS })),
    /** No call waits for another that is being written; that one is given up right after. */
    async release(calls: readonly Lease[]): Promise<void> {
      const leases = calls.map(({ callSid, epoch }) => ({ callSid, epoch }));
      const busy = await database.anywhere((manager) => releaseLeases(manager, { leases, busy: 'skipped' }));
      await Promise.all(
        busy.map((lease) =>
          database.anywhere((manager) => releaseLeases(manager, { leases: [lease], busy: 'awaited' })),
        ),
      );
    },
    sweep: () => database.anywhere((manager) => sweepCalls(manager, DEAD_AFTER_SECONDS - LEASE_SECONDS)),
  };
}
