import type { EntityManager } from 'typeorm';
import type { LeadRow } from '../entities/lead.ts';
import { leadColumns } from '../lead-columns.ts';
import type { Page } from '../page.ts';

/** Leads of a business, newest first. */
export function listLeads(manager: EntityManager, businessId: string, page: Page): Promise<LeadRow[]> {
  return manager.query<LeadRow[]>(
    `SELECT ${leadColumns} FROM lead l WHERE l.business_id = $1 ORDER BY l.created_at DESC, l.id LIMIT $2 OFFSET $3`,
    [businessId, page.limit, page.offset ?? 0],
  );
}
