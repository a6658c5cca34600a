import type { EntityManager } from 'typeorm';
import { jsonText } from '../json-text.ts';
import type { TranscriptLineRow } from '../entities/transcript-line.ts';

/** `epoch`: the one its node took the call with, where a node did. */
export type TranscriptLine = Omit<TranscriptLineRow, 'businessId' | Measured> &
  Partial<Pick<TranscriptLineRow, Measured>> & { epoch?: number };
type Measured = 'generatedMs' | 'sentMs' | 'heardText' | 'sentences';

/**
 * Writes utterances of any calls of the business in one statement; a later version of the same item replaces the earlier one. Those of a
 * node that lost its call are not written.
 */
export async function saveTranscriptLines(
  manager: EntityManager,
  businessId: string,
  lines: readonly TranscriptLine[],
): Promise<void> {
  const latest = [...new Map(lines.map((line) => [`${line.callSid} ${line.itemId}`, line])).values()];
  if (latest.length === 0) return;
  await manager.query(
    `INSERT INTO transcript_line (call_sid, business_id, item_id, speaker, text, started_ms, heard_ms, cut,
       generated_ms, sent_ms, heard_text, sentences)
     SELECT l."callSid", $1, l."itemId", l.speaker, l.text, l."startedMs", l."heardMs", l.cut,
       l."generatedMs", l."sentMs", l."heardText", COALESCE(l.sentences, '[]')
     FROM jsonb_to_recordset($2::jsonb)
       AS l("callSid" text, epoch int, "itemId" text, speaker text, text text, "startedMs" int, "heardMs" int, cut boolean,
         "generatedMs" int, "sentMs" int, "heardText" text, sentences jsonb)
     JOIN call_session s ON s.business_id = $1 AND s.call_sid = l."callSid" AND s.epoch = COALESCE(l.epoch, s.epoch)
     ON CONFLICT (call_sid, item_id) DO UPDATE
       SET text = EXCLUDED.text, heard_ms = EXCLUDED.heard_ms, cut = EXCLUDED.cut, generated_ms = EXCLUDED.generated_ms,
         sent_ms = EXCLUDED.sent_ms, heard_text = EXCLUDED.heard_text, sentences = EXCLUDED.sentences
       WHERE transcript_line.business_id = EXCLUDED.business_id`,
    [businessId, jsonText(latest)],
  );
}
