import type { EntityManager } from 'typeorm';
import type { Schedule } from '../../booking/schedule.ts';
import { AppointmentSettingsEntity } from '../entities/appointment-settings.ts';
import { loadBusiness } from './load-business.ts';

/** When the business may be booked, with its zone; null for an unknown business. */
export async function loadSchedule(manager: EntityManager, businessId: string): Promise<Schedule | null> {
  const business = await loadBusiness(manager, businessId);
  const settings = await manager.findOneBy(AppointmentSettingsEntity, { businessId });
  if (business === null || settings === null) return null;
  const { businessId: _business, updatedAt: _updatedAt, ...fields } = settings;
  return { timezone: business.timezone, ...fields };
}
