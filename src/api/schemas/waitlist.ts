import { z } from 'zod';
import { pageOf, pageQuery } from './lists.ts';
import { named } from './registry.ts';
import { anyId, instant, nameText, realDate } from './values.ts';

const waitlistStatus = z.enum(['waiting', 'told'], 'Give waiting or told.');

export const waitlistEntry = named(
  'WaitlistEntry',
  z.object({
    id: anyId,
    businessId: anyId,
    leadId: anyId,
    callSid: z.string().nullable(),
    date: z.string(),
    name: z.string(),
    phone: z.string(),
    status: waitlistStatus,
    createdAt: instant,
    toldAt: instant.nullable(),
  }),
);

export const waitlistPage = pageOf('WaitlistPage', waitlistEntry);

export const waitlistQuery = z.object({
  date: realDate.optional(),
  from: realDate
    .optional()
    .describe('The first day listed; where neither it nor a date is given, today where the business is'),
  status: waitlistStatus.optional(),
  ...pageQuery(100, 500),
});

export const newWaitlistEntry = named(
  'NewWaitlistEntry',
  z.strictObject({
    date: realDate,
    name: nameText(),
    phone: z.string('Give the phone number as text.').max(60, 'This is too long for a phone number.'),
  }),
);

export const waitlistParams = z.object({ entryId: anyId });
export type NewEntry = z.output<typeof newWaitlistEntry>;
