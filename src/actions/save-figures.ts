import type { Database } from '../db/database.ts';
import { saveCallFigures } from '../db/queries/save-call-figures.ts';
import type { CallFigures } from '../db/queries/save-call-figures.ts';
import type { OpenedCall } from './open-call.ts';

/** Keeps what a call measured of itself. */
export async function saveFigures(
  database: Database,
  { businessId, callSid }: OpenedCall,
  figures: CallFigures,
): Promise<void> {
  await database.inBusiness(businessId, (manager) => saveCallFigures(manager, businessId, { callSid, figures }));
}
