import type { EntityManager } from 'typeorm';
import type { CallSessionRow } from '../entities/call-session.ts';
import { callSessionColumns } from '../call-session-columns.ts';

export interface CallOpening {
  callSid: string;
  leadId: string | null;
  fromNumber: string | null;
  nodeId: string;
  leaseSeconds: number;
}

/**
 * Makes the session of a call that rings, expected for `leaseSeconds`. A ring that repeats itself finds the session as it is, and
 * is expected anew while no stream has come. Null where the call belongs to another business (law L16).
 */
export async function openCallSession(
  manager: EntityManager,
  businessId: string,
  { callSid, leadId, fromNumber, nodeId, leaseSeconds }: CallOpening,
): Promise<CallSessionRow | null> {
  const [session] = await manager.query<CallSessionRow[]>(
    `INSERT INTO call_session AS s (call_sid, business_id, lead_id, from_number, owner_node, lease_until)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
     ON CONFLICT (call_sid) DO UPDATE
       SET lead_id = COALESCE(s.lead_id, EXCLUDED.lead_id),
           lease_until = CASE WHEN s.streams = 0 AND s.ended_at IS NULL THEN EXCLUDED.lease_until ELSE s.lease_until END
       WHERE s.business_id = EXCLUDED.business_id
     RETURNING ${callSessionColumns}`,
    [callSid, businessId, leadId, fromNumber, nodeId, leaseSeconds],
  );
  return session ?? null;
}
