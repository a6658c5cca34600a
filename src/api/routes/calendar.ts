import { calendarFeedSince } from '../../db/queries/calendar-feed-since.ts';
import { setCalendarFeed } from '../../db/queries/set-calendar-feed.ts';
import { calendarSecretHash, newCalendarSecret } from '../calendar-secret.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import { created, noContent, ok } from '../reply.ts';
import { businessParams } from '../schemas/businesses.ts';
import { calendarFeed, newCalendarFeed } from '../schemas/calendar.ts';

const common = { path: '/businesses/{businessId}/calendar', tag: 'calendar', params: businessParams } as const;

function showFeed({ database }: RouteDependencies): Endpoint {
  return endpoint({
    ...common,
    method: 'get',
    name: 'getCalendarFeed',
    summary: 'Whether the business has a secret calendar address',
    answers: { 200: calendarFeed },
    problems: [404],
    answer: ({ params }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) => {
        const since = await calendarFeedSince(manager, business.id);
        return ok({ active: since !== null, since: since?.toISOString() ?? null });
      }),
  });
}

function makeFeed({ database, publicOrigin }: RouteDependencies): Endpoint {
  return endpoint({
    ...common,
    method: 'post',
    name: 'makeCalendarFeed',
    summary: 'Make a secret calendar address, shown this once; an older one stops working',
    twice: 'the secret is kept nowhere, so that no answer can be given again; sent twice, the newer address works',
    answers: { 201: newCalendarFeed },
    problems: [404],
    answer: ({ params }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) => {
        const secret = newCalendarSecret();
        await setCalendarFeed(manager, business.id, calendarSecretHash(secret));
        const since = await calendarFeedSince(manager, business.id);
        const url = `${publicOrigin}/calendar/${secret}.ics`;
        return created({ url, since: since?.toISOString() ?? null }, url);
      }),
  });
}

function endFeed({ database }: RouteDependencies): Endpoint {
  return endpoint({
    ...common,
    method: 'delete',
    name: 'endCalendarFeed',
    summary: 'Take the secret calendar address away',
    answers: { 204: null },
    problems: [404],
    answer: ({ params }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) => {
        await setCalendarFeed(manager, business.id, null);
        return noContent();
      }),
  });
}

export function calendarRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [showFeed(dependencies), makeFeed(dependencies), endFeed(dependencies)];
}
