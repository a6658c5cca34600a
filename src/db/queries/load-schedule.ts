import type { EntityManager } from 'typeorm';
import type { Resource, Schedule } from '../../booking/schedule.ts';
import { AppointmentSettingsEntity } from '../entities/appointment-settings.ts';
import { ResourceEntity } from '../entities/resource.ts';
import { loadBusiness } from './load-business.ts';

/** When and with whom the business may be booked, with its zone; null for an unknown business. */
export async function loadSchedule(manager: EntityManager, businessId: string): Promise<Schedule | null> {
  const business = await loadBusiness(manager, businessId);
  const settings = await manager.findOneBy(AppointmentSettingsEntity, { businessId });
  if (business === null || settings === null) return null;
  const { businessId: _business, updatedAt: _updatedAt, ...fields } = settings;
  return { timezone: business.timezone, ...fields, resources: await activeResources(manager, businessId) };
}

async function activeResources(manager: EntityManager, businessId: string): Promise<Resource[]> {
  const rows = await manager.find(ResourceEntity, {
    where: { businessId, active: true },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  return rows.map(({ id, capacity, openingHours, overrides }) => ({ id, capacity, openingHours, overrides }));
}
