import { z } from 'zod';
import { named } from './registry.ts';

/** `limit` and `cursor` of every list. */
export function pageQuery(defaultLimit: number, maxLimit: number) {
  const message = `Give a whole number from 1 to ${maxLimit}.`;
  return {
    limit: z.coerce.number(message).int(message).min(1, message).max(maxLimit, message).default(defaultLimit),
    cursor: z
      .string()
      .regex(/^after-\d{1,9}$/, 'Give the nextCursor of the page before.')
      .optional(),
  };
}

/** A page of a list; `nextCursor` is there where more follows. */
export function pageOf<S extends z.ZodType>(id: string, item: S) {
  return named(id, z.object({ items: z.array(item), nextCursor: z.string().optional() }));
}
