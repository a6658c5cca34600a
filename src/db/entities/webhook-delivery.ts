import { EntitySchema } from 'typeorm';
import type { WebhookEvent } from './webhook.ts';

export type DeliveryStatus = 'waiting' | 'delivered' | 'dead';

/** One event on its way to one address. `subject` is the row as it was when it happened. */
export interface WebhookDeliveryRow {
  id: string;
  businessId: string;
  webhookId: string;
  type: WebhookEvent;
  subjectId: string;
  leadId: string | null;
  subject: Readonly<Record<string, unknown>>;
  happenedAt: Date;
  status: DeliveryStatus;
  attempts: number;
  lastStatus: number | null;
  lastError: string | null;
  deliveredAt: Date | null;
}

export const WebhookDeliveryEntity = new EntitySchema<WebhookDeliveryRow>({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    businessId: { name: 'business_id', type: 'uuid' },
    webhookId: { name: 'webhook_id', type: 'uuid' },
    type: { type: 'text' },
    subjectId: { name: 'subject_id', type: 'text' },
    leadId: { name: 'lead_id', type: 'uuid', nullable: true },
    subject: { type: 'jsonb' },
    happenedAt: { name: 'happened_at', type: 'timestamptz', createDate: true },
    status: { type: 'text', default: 'waiting' },
    attempts: { type: 'integer', default: 0 },
    lastStatus: { name: 'last_status', type: 'integer', nullable: true },
    lastError: { name: 'last_error', type: 'text', nullable: true },
    deliveredAt: { name: 'delivered_at', type: 'timestamptz', nullable: true },
  },
});
