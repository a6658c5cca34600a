import type { EntityManager } from 'typeorm';

/** Where the record of a call ends, so that a resumed call writes on after it; `seq` −1 and `ms` 0 where there is none. */
export async function lastCallEvent(
  manager: EntityManager,
  businessId: string,
  callSid: string,
): Promise<{ seq: number; ms: number }> {
  const [last] = await manager.query<{ seq: number; ms: number }[]>(
    'SELECT seq, ms FROM call_event WHERE business_id = $1 AND call_sid = $2 ORDER BY seq DESC LIMIT 1',
    [businessId, callSid],
  );
  return last ?? { seq: -1, ms: 0 };
}
