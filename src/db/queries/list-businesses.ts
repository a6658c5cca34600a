import type { EntityManager } from 'typeorm';
import { BusinessEntity } from '../entities/business.ts';
import type { BusinessRow } from '../entities/business.ts';

/** All businesses, inactive ones too, oldest first. Runs `anywhere`. */
export function listBusinesses(manager: EntityManager): Promise<BusinessRow[]> {
  return manager.find(BusinessEntity, { order: { createdAt: 'ASC', id: 'ASC' } });
}
