import type { EntityManager } from 'typeorm';
import type { Schedule } from '../../booking/schedule.ts';
import { AppointmentSettingsEntity } from '../entities/appointment-settings.ts';

/** Replaces the settings by these; the zone and the resources are not touched here. */
export async function saveSchedule(manager: EntityManager, businessId: string, schedule: Schedule): Promise<void> {
  const { timezone: _timezone, resources: _resources, ...settings } = schedule;
  await manager.save(AppointmentSettingsEntity, { businessId, ...settings });
}
