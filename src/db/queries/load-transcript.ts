import type { EntityManager } from 'typeorm';
import { TranscriptLineEntity } from '../entities/transcript-line.ts';
import type { TranscriptLineRow } from '../entities/transcript-line.ts';

/** What was really heard in a call, in order. */
export function loadTranscript(
  manager: EntityManager,
  businessId: string,
  callSid: string,
): Promise<TranscriptLineRow[]> {
  return manager.find(TranscriptLineEntity, {
    where: { businessId, callSid },
    order: { startedMs: 'ASC', itemId: 'ASC' },
  });
}
