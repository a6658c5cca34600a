import type { EntityManager } from 'typeorm';
import type { DeliveryStatus } from '../entities/webhook-delivery.ts';

export interface DeliveryEnd {
  deliveryId: string;
  status: DeliveryStatus;
  /** The HTTP status of the answer; null where there was none. */
  answered: number | null;
  error: string | null;
}

/** Writes how a try to deliver ended. What was delivered stays delivered. */
export async function endDelivery(
  manager: EntityManager,
  businessId: string,
  { deliveryId, status, answered, error }: DeliveryEnd,
): Promise<void> {
  await manager.query(
    `UPDATE webhook_delivery SET status = $3, last_status = $4, last_error = $5,
       delivered_at = CASE WHEN $3 = 'delivered' THEN now() END
     WHERE business_id = $1 AND id = $2 AND status = 'waiting'`,
    [businessId, deliveryId, status, answered, error],
  );
}
