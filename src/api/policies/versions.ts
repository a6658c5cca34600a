import type { EntityManager } from 'typeorm';
import type { Schedule } from '../../booking/schedule.ts';
import type { BusinessRow } from '../../db/entities/business.ts';
import type { BusinessCopy, VersionRow } from '../../db/entities/business-copy.ts';
import { insertVersion } from '../../db/queries/insert-version.ts';
import type { NewVersion } from '../../db/queries/insert-version.ts';
import { listVersions } from '../../db/queries/list-versions.ts';
import { saveSchedule } from '../../db/queries/save-schedule.ts';
import { updateBusiness } from '../../db/queries/update-business.ts';
import type { Inside } from './tenancy.ts';
import { currentAsker } from './visit.ts';

const BEFORE_VERSIONS = '—';

export function copyOf({ aiPrompt }: Pick<BusinessRow, 'aiPrompt'>, schedule: Schedule): BusinessCopy {
  const { timezone: _zone, resources: _resources, ...settings } = schedule;
  return { aiPrompt, settings };
}

/** Keeps what a business has become. Where nothing was kept before, what it was comes first, so that there is a way back. */
export async function keepVersion(
  { manager, business, schedule }: Inside,
  version: Omit<NewVersion, 'madeBy'>,
): Promise<VersionRow> {
  const before = await listVersions(manager, business.id, { limit: 1 });
  if (before.length === 0) {
    await insertVersion(manager, business.id, {
      ...copyOf(business, schedule),
      cause: 'first',
      madeBy: BEFORE_VERSIONS,
    });
  }
  return await insertedVersion(manager, business.id, version);
}

/** Keeps what a new business is. */
export async function keepFirstVersion(manager: EntityManager, business: BusinessRow, schedule: Schedule) {
  await insertedVersion(manager, business.id, { ...copyOf(business, schedule), cause: 'first' });
}

/** From now on the business is what the copy says; that is its next version. */
export async function becomes(
  inside: Inside,
  { aiPrompt, settings }: BusinessCopy,
  why: Pick<NewVersion, 'cause' | 'restoredFrom'>,
): Promise<VersionRow> {
  const { manager, business, schedule } = inside;
  const version = await keepVersion(inside, { aiPrompt, settings, ...why });
  await updateBusiness(manager, business.id, { aiPrompt });
  await saveSchedule(manager, business.id, { ...schedule, ...settings });
  return version;
}

async function insertedVersion(
  manager: EntityManager,
  businessId: string,
  version: Omit<NewVersion, 'madeBy'>,
): Promise<VersionRow> {
  await insertVersion(manager, businessId, { ...version, madeBy: currentAsker().name });
  const [newest] = await listVersions(manager, businessId, { limit: 1 });
  if (newest === undefined) throw new Error('a version that was just written is not there');
  return newest;
}
