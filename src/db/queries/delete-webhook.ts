import type { EntityManager } from 'typeorm';
import { WebhookEntity } from '../entities/webhook.ts';

/** Takes an address away, with what was on its way there. False for an unknown one. */
export async function deleteWebhook(manager: EntityManager, businessId: string, webhookId: string): Promise<boolean> {
  const { affected } = await manager.delete(WebhookEntity, { businessId, id: webhookId });
  return affected === 1;
}
