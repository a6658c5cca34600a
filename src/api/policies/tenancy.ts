import type { EntityManager } from 'typeorm';
import type { Schedule } from '../../booking/schedule.ts';
import type { BusinessRow } from '../../db/entities/business.ts';
import { loadBusiness } from '../../db/queries/load-business.ts';
import { loadSchedule } from '../../db/queries/load-schedule.ts';
import { notFound } from '../problem.ts';
import { refuse } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { AskedDatabase } from './own-business.ts';

/** A business inside its own transaction: nothing of another business can be seen or written with this manager. */
export interface Inside {
  manager: EntityManager;
  business: BusinessRow;
  schedule: Schedule;
}

/** Works inside one business; an unknown one answers 404. */
export async function insideBusiness(
  database: AskedDatabase,
  businessId: string,
  work: (inside: Inside) => Promise<Reply>,
): Promise<Reply> {
  return await database.inBusiness(businessId, async (manager) => {
    const business = await loadBusiness(manager, businessId);
    const schedule = await loadSchedule(manager, businessId);
    if (business === null || schedule === null) return refuse(notFound('business'));
    return await work({ manager, business, schedule });
  });
}

interface Wanted {
  /** What the row is called in a 404. */
  what: string;
  id: string;
  /** The business it must belong to, where the asker says so. */
  businessId?: string | undefined;
}

/** Works inside the business that owns a row; an unknown id, or one of another business than asked for, answers 404. */
export async function insideOwner(
  {
    database,
    locate,
  }: { database: AskedDatabase; locate: (manager: EntityManager, id: string) => Promise<string | null> },
  wanted: Wanted,
  work: (inside: Inside) => Promise<Reply>,
): Promise<Reply> {
  const owner = await database.anywhere((manager) => locate(manager, wanted.id));
  const isElsewhere = wanted.businessId !== undefined && wanted.businessId.toLowerCase() !== owner;
  if (owner === null || isElsewhere) return refuse(notFound(wanted.what));
  return await insideBusiness(database, owner, work);
}
