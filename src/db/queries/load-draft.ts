import type { EntityManager } from 'typeorm';
import type { DraftRow } from '../entities/business-copy.ts';

/** The draft of a business; null where there is none. */
export async function loadDraft(manager: EntityManager, businessId: string): Promise<DraftRow | null> {
  const [draft] = await manager.query<DraftRow[]>(
    `SELECT ai_prompt AS "aiPrompt", settings, changed_by AS "changedBy", updated_at AS "updatedAt"
     FROM business_draft WHERE business_id = $1`,
    [businessId],
  );
  return draft ?? null;
}
