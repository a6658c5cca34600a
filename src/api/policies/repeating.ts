import { repeated } from '../../db/retrying.ts';
import type { Database } from '../../db/database.ts';
import type { AskedDatabase } from './own-business.ts';
import { currentRepetition } from './visit.ts';

/** The database as requests use it: each transaction is done again after a fault, where that does no harm to the request. */
export function repeating(database: Database): AskedDatabase {
  const again = <T>(work: () => Promise<T>): Promise<T> =>
    repeated(work, { after: currentRepetition(), patience: database.patience });
  return {
    inBusiness: (businessId, work) => again(() => database.inBusiness(businessId, work)),
    anywhere: (work) => again(() => database.anywhere(work)),
  };
}
