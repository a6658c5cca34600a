import { z } from 'zod';
import { named } from './registry.ts';
import { instant } from './values.ts';

/** Whether there is a calendar address; the address itself is shown once, when it is made. */
export const calendarFeed = named('CalendarFeed', z.object({ active: z.boolean(), since: instant.nullable() }));

export const newCalendarFeed = named('NewCalendarFeed', z.object({ url: z.string(), since: instant }));
