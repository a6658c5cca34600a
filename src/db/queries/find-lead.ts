import type { EntityManager } from 'typeorm';
import { LeadEntity } from '../entities/lead.ts';
import type { LeadRow } from '../entities/lead.ts';

/** One lead of this business. */
export function findLead(manager: EntityManager, businessId: string, leadId: string): Promise<LeadRow | null> {
  return manager.findOneBy(LeadEntity, { businessId, id: leadId });
}
