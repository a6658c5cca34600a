import type { EntityManager } from 'typeorm';
import { sqlState } from '../database-fault.ts';
import { LeadEntity } from '../entities/lead.ts';

/** Gives a lead that called anonymously the number it named; where another lead has that number, both stay as they are. */
export async function claimPhone(
  manager: EntityManager,
  businessId: string,
  { leadId, phone }: { leadId: string; phone: string },
): Promise<void> {
  try {
    await manager.transaction((savepoint) => savepoint.update(LeadEntity, { businessId, id: leadId }, { phone }));
  } catch (error) {
    if (sqlState(error) !== '23505') throw error;
  }
}
