import type { EntityManager } from 'typeorm';
import type { CallEventRow } from '../entities/call-event.ts';

/** Writes recorded facts in one statement. The same `seq` twice is written once, so a batch may be sent again. */
export async function appendCallEvents(
  manager: EntityManager,
  businessId: string,
  { callSid, events }: { callSid: string; events: readonly Pick<CallEventRow, 'seq' | 'ms' | 'fact'>[] },
): Promise<void> {
  if (events.length === 0) return;
  await manager.query(
    `INSERT INTO call_event (call_sid, business_id, seq, ms, fact)
     SELECT $1, $2, e.seq, e.ms, e.fact FROM jsonb_to_recordset($3::jsonb) AS e(seq int, ms int, fact jsonb)
     ON CONFLICT DO NOTHING`,
    [callSid, businessId, JSON.stringify(events.map(({ seq, ms, fact }) => ({ seq, ms: Math.round(ms), fact })))],
  );
}
