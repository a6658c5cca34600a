import { alternatives, bookableRange, checkSlot, daySlots } from '../../booking/availability.ts';
import { busyRanges } from '../../db/queries/busy-ranges.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import type { Inside } from '../policies/tenancy.ts';
import { invalidRequest } from '../problem.ts';
import { ok, refuse } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { availability, availabilityQuery } from '../schemas/availability.ts';
import { businessParams } from '../schemas/businesses.ts';
import { realDate } from '../schemas/values.ts';
import { withResource } from '../with-resource.ts';

interface Asked {
  date: string;
  time?: string | undefined;
  now: number;
}

async function freeTimes({ manager, business, schedule }: Inside, { date, time, now }: Asked): Promise<Reply> {
  const busy = await busyRanges(manager, business.id, bookableRange(schedule, now));
  if (time !== undefined) {
    const asked = { schedule, busy, now, date, time };
    const { status } = checkSlot(asked);
    return ok({ status, alternatives: status === 'available' ? [] : alternatives(asked) });
  }
  if (realDate.safeParse(date).success) return ok({ slots: daySlots({ schedule, busy, now, date }) });
  return refuse(
    invalidRequest([{ field: 'date', code: 'not-a-date', message: 'There is no such day; give a real date.' }]),
  );
}

/** Whether a time can be booked, with alternatives, or the free times of a day. */
export function availabilityRoutes({ database, now }: RouteDependencies): Endpoint[] {
  const free = endpoint({
    method: 'get',
    path: '/businesses/{businessId}/availability',
    name: 'getAvailability',
    summary: 'The free times of a date, or with a time: whether it can be booked and what could be instead',
    tag: 'appointments',
    params: businessParams,
    query: availabilityQuery,
    answers: { 200: availability },
    problems: [400, 404],
    answer: ({ params, query }) =>
      insideBusiness(database, params.businessId, (inside) =>
        withResource(inside, query.resourceId, (narrowed) => freeTimes(narrowed, { ...query, now: now() })),
      ),
  });
  return [free];
}
