import type { EntityManager } from 'typeorm';
import type { WebhookDeliveryRow } from '../entities/webhook-delivery.ts';
import { WebhookDeliveryEntity } from '../entities/webhook-delivery.ts';
import type { WebhookRow } from '../entities/webhook.ts';
import { WebhookEntity } from '../entities/webhook.ts';

export interface Delivering {
  delivery: WebhookDeliveryRow;
  webhook: WebhookRow;
}

/** Counts one more try of a delivery that still waits; from the first on its content is fixed. Null where there is nothing to do. */
export async function beginDelivery(
  manager: EntityManager,
  businessId: string,
  deliveryId: string,
): Promise<Delivering | null> {
  await manager.query(
    `UPDATE webhook_delivery SET attempts = attempts + 1 WHERE business_id = $1 AND id = $2 AND status = 'waiting'`,
    [businessId, deliveryId],
  );
  const delivery = await findDelivery(manager, businessId, deliveryId);
  if (delivery?.status !== 'waiting') return null;
  const webhook = await manager.findOneBy(WebhookEntity, { businessId, id: delivery.webhookId });
  return webhook === null ? null : { delivery, webhook };
}

/** One delivery of this business. */
export function findDelivery(
  manager: EntityManager,
  businessId: string,
  deliveryId: string,
): Promise<WebhookDeliveryRow | null> {
  return manager.findOneBy(WebhookDeliveryEntity, { businessId, id: deliveryId });
}
