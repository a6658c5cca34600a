import type { EntityManager } from 'typeorm';
import { LeadEntity } from '../entities/lead.ts';
import type { LeadRow } from '../entities/lead.ts';
import { given } from '../given.ts';
import { findLead } from './find-lead.ts';

export type LeadPatch = {
  [field in 'name' | 'wish' | 'outcome' | 'summary' | 'followUp' | 'notes' | 'lastCallAt']?: LeadRow[field] | undefined;
};

/** Adds what is now known of a lead; fields left out or undefined stay. Null for an unknown lead. */
export async function enrichLead(
  manager: EntityManager,
  businessId: string,
  { leadId, ...patch }: LeadPatch & { leadId: string },
): Promise<LeadRow | null> {
  await manager
    .createQueryBuilder()
    .update(LeadEntity)
    .set({ ...given(patch), updatedAt: () => 'now()' })
    .where({ businessId, id: leadId })
    .execute();
  return findLead(manager, businessId, leadId);
}
