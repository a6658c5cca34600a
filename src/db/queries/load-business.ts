import type { EntityManager } from 'typeorm';
import { BusinessEntity } from '../entities/business.ts';
import type { BusinessRow } from '../entities/business.ts';

/** One business by its id, active or not. */
export function loadBusiness(manager: EntityManager, businessId: string): Promise<BusinessRow | null> {
  return manager.findOneBy(BusinessEntity, { id: businessId });
}
