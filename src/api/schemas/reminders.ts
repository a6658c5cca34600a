import { z } from 'zod';
import { pageOf, pageQuery } from './lists.ts';
import { named } from './registry.ts';
import { anyId, instant } from './values.ts';

const status = z.enum(
  ['pending', 'queued', 'sent', 'kept', 'cancelled', 'failed'],
  'Give pending, queued, sent, kept, cancelled or failed.',
);

const reminder = named(
  'Reminder',
  z.object({
    id: anyId,
    businessId: anyId,
    appointmentId: anyId,
    dueAt: instant,
    status,
    startsAt: instant,
    name: z.string(),
    phone: z.string(),
    channel: z.enum(['sms', 'webhook']).nullable(),
    text: z.string().nullable(),
    note: z.string().nullable(),
    createdAt: instant,
  }),
);

export const reminderPage = pageOf('ReminderPage', reminder);
export const reminderQuery = z.object({ ...pageQuery(100, 500), status: status.optional() });
