import type { Schedule } from '../../booking/schedule.ts';
import type { BusinessCopy, DraftRow, VersionRow } from '../../db/entities/business-copy.ts';
import { presentSettings } from './settings.ts';

export function presentCopy({ aiPrompt, settings }: BusinessCopy, { timezone }: Schedule) {
  return { aiPrompt, settings: presentSettings({ timezone, ...settings }) };
}

export function presentDraft(draft: DraftRow, schedule: Schedule) {
  const { changedBy, updatedAt } = draft;
  return { ...presentCopy(draft, schedule), changedBy, updatedAt: updatedAt.toISOString() };
}

export function presentVersion(version: VersionRow, schedule: Schedule) {
  const { number, cause, restoredFrom, madeBy, madeAt } = version;
  return { number, cause, restoredFrom, madeBy, madeAt: madeAt.toISOString(), ...presentCopy(version, schedule) };
}
