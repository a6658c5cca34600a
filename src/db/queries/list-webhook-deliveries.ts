import type { EntityManager } from 'typeorm';
import type { DeliveryStatus, WebhookDeliveryRow } from '../entities/webhook-delivery.ts';
import { WebhookDeliveryEntity } from '../entities/webhook-delivery.ts';
import type { Page } from '../page.ts';

/** What was, is being or could not be delivered, newest first. */
export function listWebhookDeliveries(
  manager: EntityManager,
  businessId: string,
  { status, limit, offset = 0 }: Page & { status?: DeliveryStatus | undefined },
): Promise<WebhookDeliveryRow[]> {
  return manager.find(WebhookDeliveryEntity, {
    where: { businessId, ...(status === undefined ? {} : { status }) },
    order: { happenedAt: 'DESC', id: 'ASC' },
    take: limit,
    skip: offset,
  });
}
