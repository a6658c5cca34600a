import { countNumbers } from '../../db/queries/count-numbers.ts';
import type { Numbers } from '../../db/queries/count-numbers.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import { invalidRequest } from '../problem.ts';
import { ok, refuse } from '../reply.ts';
import { numbers, numbersQuery } from '../schemas/numbers.ts';

const MOST_DAYS = 400;
const DAY_MS = 86_400_000;

function presentNumbers({ totals, refusals, outcomes, days }: Numbers, costPerMinute: number | null) {
  const { calls, bookings, callsWithBooking, minutes, bargeIns, deadAirs } = totals;
  const total = costPerMinute === null ? null : costPerMinute * minutes;
  return {
    calls,
    bookings,
    callsWithBooking,
    minutes,
    answerMs: { p50: totals.answerP50, p95: totals.answerP95 },
    bargeIns,
    bargeInMs: { p50: totals.bargeInP50, p95: totals.bargeInP95 },
    deadAirs,
    refusals,
    outcomes,
    cost:
      costPerMinute === null || total === null
        ? null
        : { perMinute: costPerMinute, total, perCall: calls === 0 ? null : total / calls },
    days,
  };
}

/** What the phone's calls came to, per business and over all that the asker sees. */
export function numbersRoutes({ database, costPerMinute }: RouteDependencies): Endpoint[] {
  const count = endpoint({
    method: 'get',
    path: '/numbers',
    name: 'getNumbers',
    summary:
      'Calls, bookings, how fast and how often; of one business where asked. Test and practice calls do not count',
    tag: 'calls',
    query: numbersQuery,
    answers: { 200: numbers },
    problems: [400, 404],
    async answer({ query: { businessId = null, from: fromDate, to: toDate } }) {
      const span = (Date.parse(toDate) - Date.parse(fromDate)) / DAY_MS;
      if (span < 0 || span >= MOST_DAYS) {
        return refuse(
          invalidRequest([
            { field: 'to', code: 'too-long-a-span', message: `Give a day up to ${MOST_DAYS} days after from.` },
          ]),
        );
      }
      const wanted = { businessId, fromDate, toDate };
      if (businessId === null) {
        return ok(presentNumbers(await database.anywhere((manager) => countNumbers(manager, wanted)), costPerMinute));
      }
      return await insideBusiness(database, businessId, async ({ manager }) =>
        ok(presentNumbers(await countNumbers(manager, wanted), costPerMinute)),
      );
    },
  });
  return [count];
}
