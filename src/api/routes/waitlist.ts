import { bookableDays } from '../../booking/bookable-days.ts';
import { dayOf } from '../../booking/wall-clock.ts';
import { normalizePhone } from '../../db/phone-number.ts';
import { joinWaitlist } from '../../db/queries/join-waitlist.ts';
import { leaveWaitlist } from '../../db/queries/leave-waitlist.ts';
import { listWaitlist } from '../../db/queries/list-waitlist.ts';
import { locateWaitlistEntry } from '../../db/queries/locate-waitlist-entry.ts';
import { upsertLead } from '../../db/queries/upsert-lead.ts';
import { wallClock } from '../../db/wall-clock.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { pageOfRows, rowsToRead } from '../paging.ts';
import { insideOnce } from '../policies/inside-once.ts';
import { insideBusiness, insideOwner } from '../policies/tenancy.ts';
import type { Inside } from '../policies/tenancy.ts';
import { presentWaitlistEntry } from '../presenters/waitlist.ts';
import { invalidRequest } from '../problem.ts';
import { created, noContent, ok, refuse } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { businessParams } from '../schemas/businesses.ts';
import { ownerQuery } from '../schemas/scope.ts';
import { newWaitlistEntry, waitlistEntry, waitlistPage, waitlistParams, waitlistQuery } from '../schemas/waitlist.ts';
import type { NewEntry } from '../schemas/waitlist.ts';

const path = '/businesses/{businessId}/waitlist';
const tag = 'waitlist';

function waitlistOfBusiness({ database, now }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path,
    name: 'listWaitlist',
    summary: 'Who waits for a free time, day by day, who came first first; days that are over only where asked',
    tag,
    params: businessParams,
    query: waitlistQuery,
    answers: { 200: waitlistPage },
    problems: [400, 404],
    answer: ({ params, query }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) => {
        const { date, status } = query;
        const today = date === undefined ? wallClock(new Date(now()), business.timezone).date : undefined;
        const wanted = { date, status, fromDate: query.from ?? today, ...rowsToRead(query) };
        const rows = await listWaitlist(manager, business.id, wanted);
        return ok(pageOfRows(rows, query, presentWaitlistEntry));
      }),
  });
}

function canBeBooked({ schedule }: Inside, { date, now }: { date: string; now: number }): boolean {
  const { first, last } = bookableDays(schedule, now);
  const day = dayOf(date) ?? first - 1;
  return day >= first && day <= last;
}

function waitForDay({ database, now }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path,
    name: 'joinWaitlist',
    summary: 'Put somebody on the waitlist of a day; the same phone and day again answers 200 with the same entry',
    tag,
    params: businessParams,
    body: newWaitlistEntry,
    onceByKey: true,
    answers: { 201: waitlistEntry, 200: waitlistEntry },
    problems: [400, 404],
    answer: ({ params, body, sent }) =>
      insideOnce(database, { ...params, sent }, (inside) => joined(inside, { ...body, now: now() })),
  });
}

async function joined(inside: Inside, { date, name, phone: given, now }: NewEntry & { now: number }): Promise<Reply> {
  const { manager, business } = inside;
  const phone = normalizePhone(given);
  if (phone === null) {
    return refuse(
      invalidRequest([
        { field: 'phone', code: 'not-a-phone-number', message: 'Give a phone number such as 0501234567.' },
      ]),
    );
  }
  if (!canBeBooked(inside, { date, now })) {
    return refuse(
      invalidRequest([
        { field: 'date', code: 'outside-booking-window', message: 'Give a date inside the booking window.' },
      ]),
    );
  }
  const { id: leadId } = await upsertLead(manager, business.id, { phone, callSid: null, name });
  const { entry, repeated } = await joinWaitlist(manager, business.id, { leadId, callSid: null, date, phone, name });
  const shown = presentWaitlistEntry(entry);
  return repeated === 'again' ? ok(shown) : created(shown, `/api/v1/waitlist/${shown.id}`);
}

function stopWaiting({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'delete',
    path: '/waitlist/{entryId}',
    name: 'leaveWaitlist',
    summary: 'Take somebody off the waitlist',
    tag,
    params: waitlistParams,
    query: ownerQuery,
    answers: { 204: null },
    problems: [400, 404],
    answer: ({ params: { entryId }, query }) =>
      insideOwner(
        { database, locate: locateWaitlistEntry },
        { what: 'waitlist entry', id: entryId, ...query },
        async ({ manager, business }) => {
          await leaveWaitlist(manager, business.id, entryId);
          return noContent();
        },
      ),
  });
}

export function waitlistRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [waitlistOfBusiness(dependencies), waitForDay(dependencies), stopWaiting(dependencies)];
}
