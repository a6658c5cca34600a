import type { EntityManager } from 'typeorm';

/**
 * Closes calls that nobody has any more: a ring whose stream never came, a call whose lease ended `graceSeconds` ago. Their holds go,
 * their leads learn how it ended, and the epoch grows, so that a node which wakes up too late writes nothing. Runs `anywhere`.
 */
export async function sweepCalls(manager: EntityManager, graceSeconds: number): Promise<string[]> {
  const closed = await manager.query<{ callSid: string }[]>(
    `WITH dead AS (
       UPDATE call_session s
       SET ended_at = now(), owner_node = NULL, lease_until = NULL, epoch = s.epoch + 1,
           outcome = COALESCE(s.outcome, CASE WHEN s.streams = 0 THEN 'neverConnected'
             ELSE COALESCE(CASE s.last_change ->> 'kind' WHEN 'appointment_created' THEN 'booked' WHEN 'appointment_moved' THEN 'moved'
               WHEN 'appointment_cancelled' THEN 'cancelled' END, 'lost') END)
       WHERE s.call_sid IN (
         SELECT call_sid FROM call_session
         WHERE ended_at IS NULL AND lease_until < now() - make_interval(secs => CASE WHEN streams = 0 THEN 0 ELSE $1::float8 END)
         FOR NO KEY UPDATE SKIP LOCKED)
       RETURNING s.call_sid, s.business_id, s.lead_id, s.outcome
     ), told AS (
       UPDATE lead l SET outcome = dead.outcome, updated_at = now()
       FROM dead WHERE l.business_id = dead.business_id AND l.id = dead.lead_id
     ), released AS (
       DELETE FROM appointment a USING dead
       WHERE a.business_id = dead.business_id AND a.call_sid = dead.call_sid AND a.status = 'held'
     )
     SELECT call_sid AS "callSid" FROM dead`,
    [graceSeconds],
  );
  return closed.map(({ callSid }) => callSid);
}
