import type { Database } from '../db/database.ts';
import { appendCallEvents } from '../db/queries/append-call-events.ts';
import { saveTranscriptLines } from '../db/queries/save-transcript-lines.ts';
import type { TranscriptLine } from '../db/queries/save-transcript-lines.ts';

export interface CallRecord {
  callSid: string;
  businessId: string;
  events: { seq: number; ms: number; fact: { type: string } }[];
  lines: TranscriptLine[];
}

/** Appends what happened and what was heard to the call's record. */
export async function recordCall(database: Database, { callSid, businessId, events, lines }: CallRecord): Promise<void> {
  await database.inBusiness(businessId, async (manager) => {
    await appendCallEvents(manager, businessId, { callSid, events });
    await saveTranscriptLines(manager, businessId, { callSid, lines });
  });
}
