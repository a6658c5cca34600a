import type { Schedule } from '../../booking/schedule.ts';
import { settingsWarnings } from '../policies/complete-settings.ts';

/** Settings as the contract names them, with warnings where the business could never be booked. */
export function presentSettings(schedule: Schedule) {
  const { timezone: _zone, resources: _resources, ...settings } = schedule;
  const warnings = settingsWarnings(schedule);
  return warnings.length === 0 ? settings : { ...settings, warnings };
}
