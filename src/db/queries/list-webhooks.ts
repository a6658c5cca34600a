import type { EntityManager } from 'typeorm';
import { WebhookEntity } from '../entities/webhook.ts';
import type { WebhookRow } from '../entities/webhook.ts';

/** The addresses of a business, oldest first. */
export function listWebhooks(manager: EntityManager, businessId: string): Promise<WebhookRow[]> {
  return manager.find(WebhookEntity, { where: { businessId }, order: { createdAt: 'ASC', id: 'ASC' } });
}
