import { z } from 'zod';
import { pageOf, pageQuery } from './lists.ts';
import { named } from './registry.ts';
import { anyId, instant, letterText, nameText } from './values.ts';
import { wish } from './wish.ts';

export const lead = named(
  'Lead',
  z.object({
    id: anyId,
    businessId: anyId,
    phone: z.string().nullable(),
    name: z.string().nullable(),
    wish: wish.nullable(),
    outcome: z.string().nullable(),
    summary: z.string().nullable(),
    followUp: z.string().nullable(),
    notes: z.string().nullable(),
    lastCallAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  }),
);

export const leadPage = pageOf('LeadPage', lead);
export const leadQuery = z.object({
  q: nameText(100).optional(),
  outcome: nameText().optional(),
  followUp: z.enum(['true', 'false'], 'Give true or false.').optional(),
  ...pageQuery(100, 500),
});
export const leadParams = z.object({ leadId: anyId });
export const leadChange = named(
  'LeadChange',
  z
    .strictObject({
      name: nameText().nullable(),
      notes: letterText(10_000).nullable(),
      outcome: nameText().nullable(),
      followUp: letterText(2_000).nullable(),
    })
    .partial(),
);
