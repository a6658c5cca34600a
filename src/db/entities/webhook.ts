import { EntitySchema } from 'typeorm';

/** What a business may be told of. The last two are for people without a way to write to them ourselves. */
export const webhookEvents = [
  'appointment.created',
  'appointment.moved',
  'appointment.cancelled',
  'lead.created',
  'lead.updated',
  'call.ended',
  'reminder.due',
  'waitlist.freed',
] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

/** An address of a business's own system. `secret` signs what is sent there; it is shown once, when it is made. */
export interface WebhookRow {
  id: string;
  businessId: string;
  url: string;
  events: WebhookEvent[];
  secret: string;
  createdAt: Date;
}

export const WebhookEntity = new EntitySchema<WebhookRow>({
  name: 'Webhook',
  tableName: 'webhook',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    businessId: { name: 'business_id', type: 'uuid' },
    url: { type: 'text' },
    events: { type: 'text', array: true },
    secret: { type: 'text' },
    createdAt: { name: 'created_at', type: 'timestamptz', createDate: true },
  },
  uniques: [{ name: 'webhook_of_business', columns: ['businessId', 'id'] }],
});
