import { z } from 'zod';
import { named } from './registry.ts';

/** What a caller wants, as far as it is known. */
export const wish = named(
  'Wish',
  z.object({
    date: z.string().nullable(),
    time: z.string().nullable(),
    name: z.string().nullable(),
    phone: z.string().nullable(),
  }),
);
