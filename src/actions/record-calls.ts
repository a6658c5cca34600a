import type { Database } from '../db/database.ts';
import { sqlState } from '../db/database-fault.ts';
import { appendCallEvents } from '../db/queries/append-call-events.ts';
import type { CallEvent } from '../db/queries/append-call-events.ts';
import { saveTranscriptLines } from '../db/queries/save-transcript-lines.ts';
import type { TranscriptLine } from '../db/queries/save-transcript-lines.ts';
import type { Log } from '../shared/log.ts';

/** What happened and what was heard on the calls of one business since the last time. */
export interface CallRecords {
  events: CallEvent[];
  lines: TranscriptLine[];
}

interface RecordTools {
  database: Database;
  log: Log;
}

/**
 * Appends to the record of the business's calls, all of them in one transaction. What the database can never take is dropped and logged,
 * so that it keeps nothing else from being written; any other fault is thrown, and all of it may be written again.
 */
export async function recordCalls(tools: RecordTools, businessId: string, records: CallRecords): Promise<void> {
  try {
    await tools.database.inBusiness(businessId, async (manager) => {
      await appendCallEvents(manager, businessId, records.events);
      await saveTranscriptLines(manager, businessId, records.lines);
    });
  } catch (error) {
    if (!isOfTheValues(error)) throw error;
    const parts = halves(records);
    if (parts.length === 0) drop(tools.log, records, error);
    for (const part of parts) await recordCalls(tools, businessId, part);
  }
}

/** Class 22 of SQLSTATE: a value that is of no use, whenever it is tried again. */
const isOfTheValues = (error: unknown): boolean => sqlState(error)?.startsWith('22') ?? false;

/** In their order, since a later version of a line replaces the earlier one. None where there is but one record. */
function halves({ events, lines }: CallRecords): CallRecords[] {
  if (events.length + lines.length < 2) return [];
  const [event, line] = [Math.ceil(events.length / 2), Math.floor(lines.length / 2)];
  return [
    { events: events.slice(0, event), lines: lines.slice(0, line) },
    { events: events.slice(event), lines: lines.slice(line) },
  ];
}

function drop(log: Log, { events, lines }: CallRecords, error: unknown): void {
  const [what, callSid] = events[0] ? ['fact', events[0].callSid] : ['line', lines[0]?.callSid];
  log.error('call_record_dropped', { callSid, what, sqlState: sqlState(error) });
}
