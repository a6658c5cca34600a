import { DAY_MS } from '../../booking/wall-clock.ts';
import type { Database } from '../../db/database.ts';
import { eraseOldCalls, eraseOldMessages } from '../../db/queries/erase-old-calls.ts';
import { listBusinesses } from '../../db/queries/list-businesses.ts';
import type { Log } from '../../shared/log.ts';
import { done } from '../job.ts';
import type { JobHandler } from '../job.ts';

export interface RetentionTools {
  database: Database;
  /** Null: everything is kept. */
  retentionDays: number | null;
  now: () => number;
  log: Log;
}

/** Once a day: what was said and pressed on calls older than the time set is erased, business by business, a few calls at a time. */
export function eraseOld({ database, retentionDays, now, log }: RetentionTools): JobHandler {
  return async () => {
    if (retentionDays === null) return done;
    const before = new Date(now() - retentionDays * DAY_MS);
    const businesses = await database.anywhere(listBusinesses);
    let erased = 0;
    for (const { id } of businesses) {
      for (let calls = -1; calls !== 0; erased += calls) {
        calls = await database.inBusiness(id, (manager) => eraseOldCalls(manager, id, before));
      }
      await database.inBusiness(id, (manager) => eraseOldMessages(manager, id, before));
    }
    log.info('old_calls_erased', { calls: erased });
    return done;
  };
}
