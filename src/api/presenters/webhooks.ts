import type { WebhookDeliveryRow } from '../../db/entities/webhook-delivery.ts';
import type { WebhookRow } from '../../db/entities/webhook.ts';

/** An address without its secret. */
export function presentWebhook({ id, businessId, url, events, createdAt }: WebhookRow) {
  return { id, businessId, url, events, createdAt: createdAt.toISOString() };
}

/** `id` is the `webhook-id` the receiver sees. */
export function presentDelivery(row: WebhookDeliveryRow) {
  const { webhookId, type, subjectId, status, attempts, lastStatus, lastError } = row;
  return {
    id: `msg_${row.id}`,
    webhookId,
    type,
    subjectId,
    status,
    attempts,
    lastStatus,
    lastError,
    happenedAt: row.happenedAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
  };
}
