import { lockForChange } from '../db/queries/lock-for-change.ts';
import type { AskedDatabase } from './policies/own-business.ts';
import { insideBusiness } from './policies/tenancy.ts';
import type { Inside } from './policies/tenancy.ts';
import type { Reply } from './reply.ts';

/** Works inside one business while nobody else changes it or its settings; what is seen is as the last one left it. */
export function insideLocked(
  database: AskedDatabase,
  businessId: string,
  work: (inside: Inside) => Promise<Reply>,
): Promise<Reply> {
  const locking: AskedDatabase = {
    ...database,
    inBusiness: (id, change) =>
      database.inBusiness(id, async (manager) => {
        await lockForChange(manager, id, 'business');
        return change(manager);
      }),
  };
  return insideBusiness(locking, businessId, work);
}
