import type { EntityManager } from 'typeorm';
import type { BusinessCopy } from '../entities/business-copy.ts';

/** Keeps a draft in place of the one before. */
export async function saveDraft(
  manager: EntityManager,
  businessId: string,
  { aiPrompt, settings, changedBy }: BusinessCopy & { changedBy: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO business_draft (business_id, ai_prompt, settings, changed_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (business_id) DO UPDATE
       SET ai_prompt = EXCLUDED.ai_prompt, settings = EXCLUDED.settings, changed_by = EXCLUDED.changed_by, updated_at = now()`,
    [businessId, JSON.stringify(aiPrompt), JSON.stringify(settings), changedBy],
  );
}
