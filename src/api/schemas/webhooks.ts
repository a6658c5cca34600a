import { z } from 'zod';
import { webhookEvents } from '../../db/entities/webhook.ts';
import { refusedAs } from '../field-codes.ts';
import { pageOf, pageQuery } from './lists.ts';
import { named } from './registry.ts';
import { anyId, instant } from './values.ts';

const event = z.enum(webhookEvents, `Give events out of ${webhookEvents.join(', ')}.`);

const events = z
  .array(event, 'Give a list of events.')
  .min(1, 'Name at least one event.')
  .refine((names) => new Set(names).size === names.length, refusedAs('repeated', 'Name each event at most once.'));

export const newWebhook = named(
  'NewWebhook',
  z.strictObject({
    url: z.string('Give the address as text.').max(2_000, 'Make it at most 2000 characters.'),
    /** Left out: all of them. */
    events: events.default([...webhookEvents]),
  }),
);

const webhook = named(
  'Webhook',
  z.object({ id: anyId, businessId: anyId, url: z.string(), events, createdAt: instant }),
);

/** As it is shown once, when it is made. */
export const webhookWithSecret = named('WebhookWithSecret', z.object({ ...webhook.shape, secret: z.string() }));

export const webhookPage = pageOf('WebhookPage', webhook);
export const webhookParams = z.object({ businessId: anyId, webhookId: anyId });

const deliveryStatus = z.enum(['waiting', 'delivered', 'dead'], 'Give waiting, delivered or dead.');

const delivery = named(
  'WebhookDelivery',
  z.object({
    id: z.string(),
    webhookId: anyId,
    type: event,
    subjectId: z.string(),
    status: deliveryStatus,
    attempts: z.int(),
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable(),
    happenedAt: instant,
    deliveredAt: instant.nullable(),
  }),
);

export const deliveryPage = pageOf('WebhookDeliveryPage', delivery);
export const deliveryQuery = z.object({ ...pageQuery(100, 500), status: deliveryStatus.optional() });

export type NewWebhook = z.output<typeof newWebhook>;
