import type { Schedule } from '../../booking/schedule.ts';
import type { BusinessRow } from '../../db/entities/business.ts';
import { presentSettings } from './settings.ts';

export function presentBusiness(row: BusinessRow) {
  const { id, name, phoneNumber, timezone, language, active, fallbackNumber, aiPrompt } = row;
  const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
  return { id, name, phoneNumber, timezone, language, active, fallbackNumber, aiPrompt, ...times };
}

export function presentBusinessWithSettings(row: BusinessRow, schedule: Schedule) {
  return { ...presentBusiness(row), settings: presentSettings(schedule) };
}
