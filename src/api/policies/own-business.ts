import type { Database } from '../../db/database.ts';
import { currentAsker } from './visit.ts';

/** The database as routes see it: work for one business, or across all that the asker may see. */
export type AskedDatabase = Pick<Database, 'inBusiness' | 'anywhere'>;

/**
 * The one place where an owner is kept to their business. Whatever a route asks for, an owner's every transaction runs with
 * `app.business_id` of their own business, so row-level security hides all the rest and a route finds nothing there.
 */
export function asAskedFor(database: AskedDatabase): AskedDatabase {
  return {
    inBusiness: (businessId, work) => database.inBusiness(currentAsker().businessId ?? businessId, work),
    anywhere: (work) => {
      const { businessId } = currentAsker();
      return businessId === null ? database.anywhere(work) : database.inBusiness(businessId, work);
    },
  };
}
