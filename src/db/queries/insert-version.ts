import type { EntityManager } from 'typeorm';
import type { BusinessCopy, VersionCause } from '../entities/business-copy.ts';

export interface NewVersion extends BusinessCopy {
  cause: VersionCause;
  restoredFrom?: number;
  madeBy: string;
}

/** Keeps what a business is from now on under its next number. */
export async function insertVersion(manager: EntityManager, businessId: string, version: NewVersion): Promise<void> {
  const { aiPrompt, settings, cause, restoredFrom = null, madeBy } = version;
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`version ${businessId}`]);
  await manager.query(
    `INSERT INTO business_version (business_id, number, ai_prompt, settings, cause, restored_from, made_by)
     SELECT $1, COALESCE(max(number), 0) + 1, $2::jsonb, $3::jsonb, $4, $5::int, $6
     FROM business_version WHERE business_id = $1`,
    [businessId, JSON.stringify(aiPrompt), JSON.stringify(settings), cause, restoredFrom, madeBy],
  );
}
