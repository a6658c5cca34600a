import type { EntityManager } from 'typeorm';
import type { Schedule } from '../../booking/schedule.ts';
import { AppointmentSettingsEntity } from '../entities/appointment-settings.ts';
import { BusinessEntity } from '../entities/business.ts';
import type { BusinessRow } from '../entities/business.ts';
import { ResourceEntity } from '../entities/resource.ts';
import { loadBusiness } from './load-business.ts';

export interface NewBusinessRow {
  name: string;
  phoneNumber: string;
  timezone?: string;
  aiPrompt?: { calls: string };
  fallbackNumber?: string | null;
  settings?: Partial<Omit<Schedule, 'timezone' | 'resources'>>;
}

export type BusinessWrite = { kind: 'written'; business: BusinessRow } | { kind: 'numberTaken' };

/** Makes a business with its settings and its one default resource. The caller makes the id (a UUID) and runs `inBusiness` of it. */
export async function insertBusiness(
  manager: EntityManager,
  businessId: string,
  { settings, ...fields }: NewBusinessRow,
): Promise<BusinessWrite> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(BusinessEntity)
    .values({ id: businessId, ...fields })
    .orIgnore()
    .returning('id')
    .execute();
  if (!Array.isArray(inserted.raw) || inserted.raw.length === 0) return { kind: 'numberTaken' };
  await manager.insert(AppointmentSettingsEntity, { businessId, ...settings });
  await manager.insert(ResourceEntity, { businessId, name: fields.name });
  const business = await loadBusiness(manager, businessId);
  return business === null ? { kind: 'numberTaken' } : { kind: 'written', business };
}
