import type { EntityManager } from 'typeorm';
import type { CallSessionRow } from '../entities/call-session.ts';
import { callSessionColumns } from '../call-session-columns.ts';

export interface CallTaking {
  callSid: string;
  /** The number of the stream that wants in: how many the call had before it. */
  stream: number;
  nodeId: string;
  leaseSeconds: number;
  /** The epoch of the node that has the call already and only gets a new stream of it; null for a node that begins or resumes it. */
  keptEpoch: number | null;
}

export type TakenSession = CallSessionRow & { ageMs: number };

/**
 * Lets one stream into a call and makes its node the owner: epoch + 1 where the call had a stream before. Compare and swap on the
 * number of streams, so that of any number of tokens for the same stream one is spent, on whichever node. Runs `anywhere`.
 * Null: spent before, over, or taken by another node.
 */
export async function takeCallSession(manager: EntityManager, taking: CallTaking): Promise<TakenSession | null> {
  const [[session]] = await manager.query<[TakenSession[], number]>(
    `UPDATE call_session AS s
     SET streams = $2::int + 1, owner_node = $3, lease_until = now() + make_interval(secs => $4),
         epoch = s.epoch + CASE WHEN s.streams = 0 OR $5::int IS NOT NULL THEN 0 ELSE 1 END
     WHERE s.call_sid = $1 AND s.streams <= $2::int AND s.ended_at IS NULL AND s.outcome IS NULL
       AND ($5::int IS NULL OR s.epoch = $5::int)
     RETURNING ${callSessionColumns}, (extract(epoch FROM now() - s.started_at) * 1000)::int AS "ageMs"`,
    [taking.callSid, taking.stream, taking.nodeId, taking.leaseSeconds, taking.keptEpoch],
  );
  return session ?? null;
}
