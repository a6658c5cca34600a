import type { EntityManager } from 'typeorm';

/** How a call stands, whichever node has it. */
export interface CallStanding {
  businessId: string;
  /** How many streams it has had: the number of the next one. */
  streams: number;
  /** How it ends, as soon as that is known; null while it goes on. */
  outcome: string | null;
  /** Whether a node that lives has it. */
  owner: 'alive' | 'gone';
  fallbackNumber: string | null;
}

/** Runs `anywhere`. Null for a call nobody knows. */
export async function findCallStanding(manager: EntityManager, callSid: string): Promise<CallStanding | null> {
  const [standing] = await manager.query<CallStanding[]>(
    `SELECT s.business_id AS "businessId", s.streams, COALESCE(s.outcome, CASE WHEN s.ended_at IS NOT NULL THEN 'completed' END) AS outcome,
       CASE WHEN s.lease_until > now() THEN 'alive' ELSE 'gone' END AS owner, b.fallback_number AS "fallbackNumber"
     FROM call_session s JOIN business b ON b.id = s.business_id WHERE s.call_sid = $1`,
    [callSid],
  );
  return standing ?? null;
}
