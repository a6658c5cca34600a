import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { WebhookEntity } from '../entities/webhook.ts';
import type { WebhookRow } from '../entities/webhook.ts';

/** Adds an address that is told of these events from now on. Its secret is written as the Standard Webhooks specification does. */
export function insertWebhook(
  manager: EntityManager,
  businessId: string,
  webhook: Pick<WebhookRow, 'url' | 'events'>,
): Promise<WebhookRow> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  return manager.save(WebhookEntity, { businessId, ...webhook, secret });
}
