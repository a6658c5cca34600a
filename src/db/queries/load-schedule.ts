import type { EntityManager } from 'typeorm';
import type { Resource, Schedule } from '../../booking/schedule.ts';
import { AppointmentSettingsEntity } from '../entities/appointment-settings.ts';
import type { AppointmentSettingsRow } from '../entities/appointment-settings.ts';

/** When and with whom the business may be booked, with its zone; null for an unknown business. */
export async function loadSchedule(manager: EntityManager, businessId: string): Promise<Schedule | null> {
  const columns = manager.dataSource
    .getMetadata(AppointmentSettingsEntity)
    .columns.map(({ databaseName, propertyName }) => `s.${databaseName} AS "${propertyName}"`);
  const [row] = await manager.query<(AppointmentSettingsRow & { timezone: string; resources: Resource[] })[]>(
    `SELECT b.timezone, ${columns.join(', ')}, ${activeResources} AS resources
     FROM appointment_settings s JOIN business b ON b.id = s.business_id WHERE s.business_id = $1`,
    [businessId],
  );
  if (row === undefined) return null;
  const { businessId: _business, updatedAt: _updatedAt, ...schedule } = row;
  return schedule;
}

const activeResources = `(
  SELECT COALESCE(jsonb_agg(
    jsonb_build_object('id', r.id, 'name', r.name, 'capacity', r.capacity, 'openingHours', r.opening_hours_json,
      'overrides', r.overrides_json)
    ORDER BY r.created_at, r.id), '[]')
  FROM resource r WHERE r.business_id = s.business_id AND r.active)`;
