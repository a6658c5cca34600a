import type { EntityManager } from 'typeorm';
import { jsonText } from '../json-text.ts';
import type { CallEventRow } from '../entities/call-event.ts';

/** `epoch`: the one its node took the call with, where a node did. */
export type CallEvent = Pick<CallEventRow, 'callSid' | 'seq' | 'ms' | 'fact'> & { epoch?: number };

/**
 * Writes recorded facts of any calls of the business in one statement. The same `seq` twice is written once; those of a node that lost
 * its call are not written.
 */
export async function appendCallEvents(
  manager: EntityManager,
  businessId: string,
  events: readonly CallEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await manager.query(
    `INSERT INTO call_event (call_sid, business_id, seq, ms, fact)
     SELECT e."callSid", $1, e.seq, e.ms, e.fact
     FROM jsonb_to_recordset($2::jsonb) AS e("callSid" text, epoch int, seq int, ms int, fact jsonb)
     JOIN call_session s ON s.business_id = $1 AND s.call_sid = e."callSid" AND s.epoch = COALESCE(e.epoch, s.epoch)
     ON CONFLICT DO NOTHING`,
    [businessId, jsonText(events.map((event) => ({ ...event, ms: Math.round(event.ms) })))],
  );
}
