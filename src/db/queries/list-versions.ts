import type { EntityManager } from 'typeorm';
import type { VersionRow } from '../entities/business-copy.ts';
import type { Page } from '../page.ts';

/** Versions of a business, newest first; with `number` that one alone. */
export function listVersions(
  manager: EntityManager,
  businessId: string,
  { limit, offset = 0, number = null }: Page & { number?: number | null },
): Promise<VersionRow[]> {
  return manager.query<VersionRow[]>(
    `SELECT number, ai_prompt AS "aiPrompt", settings, cause, restored_from AS "restoredFrom", made_by AS "madeBy",
       made_at AS "madeAt"
     FROM business_version WHERE business_id = $1 AND ($2::int IS NULL OR number = $2)
     ORDER BY number DESC LIMIT $3 OFFSET $4`,
    [businessId, number, limit, offset],
  );
}
