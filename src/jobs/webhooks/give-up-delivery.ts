import type { Database } from '../../db/database.ts';
import { findDelivery } from '../../db/queries/begin-delivery.ts';
import { endDelivery } from '../../db/queries/end-delivery.ts';
import { done, idIn } from '../job.ts';
import type { JobEnd, JobHandler } from '../job.ts';

/** A delivery whose worker was lost at the last try: nobody knows whether it was taken, and it is not tried again. */
export function giveUpDelivery({ database }: { database: Database }): JobHandler {
  return ({ details }) => {
    const businessId = idIn(details, 'businessId');
    const deliveryId = idIn(details, 'deliveryId');
    return database.inBusiness(businessId, async (manager): Promise<JobEnd> => {
      const delivery = await findDelivery(manager, businessId, deliveryId);
      if (delivery === null) return done;
      const { lastStatus: answered } = delivery;
      await endDelivery(manager, businessId, { deliveryId, status: 'dead', answered, error: 'gave_up' });
      return done;
    });
  };
}
