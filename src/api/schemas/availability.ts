import { z } from 'zod';
import { named } from './registry.ts';
import { anyId, dateShape, timeShape } from './values.ts';

export const availabilityQuery = z.object({
  date: dateShape,
  time: timeShape.optional(),
  resourceId: anyId.optional(),
});

const slotAvailability = z.object({
  status: z.enum([
    'available',
    'taken',
    'closed_day',
    'outside_hours',
    'off_grid',
    'too_soon',
    'too_far',
    'past',
    'bad_time',
  ]),
  alternatives: z.array(z.string()),
});

/** With a time: whether it can be booked, and what could be instead. Without: the free slots of the day. */
export const availability = named(
  'Availability',
  z.union([z.object({ slots: z.array(z.string()) }), slotAvailability]),
);
