import type { EntityManager } from 'typeorm';
import { BusinessEntity } from '../entities/business.ts';
import type { BusinessRow } from '../entities/business.ts';

/** The business a phone number (E.164) rings at, active or not. Runs `anywhere`. */
export function findBusinessByNumber(manager: EntityManager, phoneNumber: string): Promise<BusinessRow | null> {
  return manager.findOneBy(BusinessEntity, { phoneNumber });
}
