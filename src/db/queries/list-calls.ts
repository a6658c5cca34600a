import type { EntityManager } from 'typeorm';
import type { CallSessionRow } from '../entities/call-session.ts';
import { callSessionColumns } from '../call-session-columns.ts';
import type { Page } from '../page.ts';

/** Calls of one business, or of all where `businessId` is null (then it runs `anywhere`), newest first. */
export function listCalls(
  manager: EntityManager,
  businessId: string | null,
  { limit, offset = 0, live }: Page & { live?: 'only' | 'ended' | undefined },
): Promise<CallSessionRow[]> {
  return manager.query<CallSessionRow[]>(
    `SELECT ${callSessionColumns} FROM call_session s
     WHERE ($1::uuid IS NULL OR s.business_id = $1)
       AND ($2::text IS NULL OR ($2 = 'only') = (s.ended_at IS NULL))
     ORDER BY s.started_at DESC, s.call_sid LIMIT $3 OFFSET $4`,
    [businessId, live ?? null, limit, offset],
  );
}
