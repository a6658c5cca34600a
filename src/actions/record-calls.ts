import type { Database } from '../db/database.ts';
import { appendCallEvents } from '../db/queries/append-call-events.ts';
import type { CallEvent } from '../db/queries/append-call-events.ts';
import { saveTranscriptLines } from '../db/queries/save-transcript-lines.ts';
import type { TranscriptLine } from '../db/queries/save-transcript-lines.ts';

/** What happened and what was heard on the calls of one business since the last time. */
export interface CallRecords {
  events: CallEvent[];
  lines: TranscriptLine[];
}

/** Appends to the record of the business's calls, all of them in one transaction. */
export async function recordCalls(database: Database, businessId: string, records: CallRecords): Promise<void> {
  await database.inBusiness(businessId, async (manager) => {
    await appendCallEvents(manager, businessId, records.events);
    await saveTranscriptLines(manager, businessId, records.lines);
  });
}
