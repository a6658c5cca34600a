import type { EntityManager } from 'typeorm';
import { sqlState } from '../database-fault.ts';
import { BusinessEntity } from '../entities/business.ts';
import type { BusinessRow } from '../entities/business.ts';
import { given } from '../given.ts';
import { loadBusiness } from './load-business.ts';
import type { BusinessWrite } from './insert-business.ts';

export type BusinessPatch = {
  [field in 'name' | 'phoneNumber' | 'timezone' | 'aiPrompt' | 'active' | 'fallbackNumber']?:
    BusinessRow[field] | undefined;
};

/** Changes a business; fields left out or undefined stay. */
export async function updateBusiness(
  manager: EntityManager,
  businessId: string,
  patch: BusinessPatch,
): Promise<BusinessWrite | { kind: 'unknown' }> {
  try {
    const change = { ...given(patch), updatedAt: new Date() };
    await manager.transaction((savepoint) => savepoint.update(BusinessEntity, { id: businessId }, change));
  } catch (error) {
    if (sqlState(error) === '23505') return { kind: 'numberTaken' };
    throw error;
  }
  const business = await loadBusiness(manager, businessId);
  return business === null ? { kind: 'unknown' } : { kind: 'written', business };
}
