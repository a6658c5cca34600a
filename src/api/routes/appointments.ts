import type { Appointment } from '../../db/appointment.ts';
import { cancelAppointment } from '../../db/queries/cancel-appointment.ts';
import { findAppointment } from '../../db/queries/find-appointment.ts';
import { findAppointments } from '../../db/queries/find-appointments.ts';
import { locateAppointment } from '../../db/queries/locate-appointment.ts';
import { lockForChange } from '../../db/queries/lock-for-change.ts';
import { normalizePhone } from '../../db/phone-number.ts';
import { bookByHand, moveByHand } from '../by-hand.ts';
import type { ByHand } from '../by-hand.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { pageOfRows, rowsToRead } from '../paging.ts';
import { insideOnce } from '../policies/inside-once.ts';
import { insideBusiness, insideOwner } from '../policies/tenancy.ts';
import type { Inside } from '../policies/tenancy.ts';
import { presentAppointment } from '../presenters/appointments.ts';
import { invalidRequest, notFound, problem } from '../problem.ts';
import { created, ok, refuse } from '../reply.ts';
import type { Reply } from '../reply.ts';
import {
  appointment,
  appointmentChange,
  appointmentPage,
  appointmentParams,
  appointmentQuery,
  newAppointment,
} from '../schemas/appointments.ts';
import type { AppointmentChange, NewAppointment } from '../schemas/appointments.ts';
import { businessParams } from '../schemas/businesses.ts';
import { ownerQuery } from '../schemas/scope.ts';
import { changedMeanwhile, mayChange } from '../version.ts';
import { withResource } from '../with-resource.ts';

const tag = 'appointments';

function timeRefused({ reason, alternatives }: ByHand & { kind: 'refused' }): Reply {
  const extras = { reason, alternatives, availability: { status: reason, alternatives } };
  return refuse(problem('time-not-available', `This time cannot be booked: ${reason}.`, extras));
}

function appointmentsOfBusiness({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/businesses/{businessId}/appointments',
    name: 'listAppointments',
    summary: 'Appointments that start in a range of dates (both included), in order of time',
    tag,
    params: businessParams,
    query: appointmentQuery,
    answers: { 200: appointmentPage },
    problems: [400, 404],
    answer: ({ params, query }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) => {
        const { from: fromDate, to: toDate, limit: _limit, cursor: _cursor, ...filters } = query;
        const wanted = { fromDate, toDate, ...filters, ...rowsToRead(query) };
        const rows = await findAppointments(manager, business.id, wanted);
        return ok(pageOfRows(rows, query, (row) => presentAppointment(row, business.timezone)));
      }),
  });
}

function makeAppointment({ database, now }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/businesses/{businessId}/appointments',
    name: 'createAppointment',
    summary: 'Make a confirmed appointment by hand; a time that cannot be booked answers 409 with alternatives',
    tag,
    params: businessParams,
    body: newAppointment,
    onceByKey: true,
    answers: { 201: appointment },
    problems: [400, 404, 409],
    answer: ({ params, body, sent }) =>
      insideOnce(database, { ...params, sent }, (inside) =>
        withResource(inside, body.resourceId, (narrowed) => made(narrowed, { ...body, now: now() })),
      ),
  });
}

async function made(inside: Inside, asked: NewAppointment & { now: number }): Promise<Reply> {
  const phone = normalizePhone(asked.phone);
  if (phone === null) {
    return refuse(
      invalidRequest([
        { field: 'phone', code: 'not-a-phone-number', message: 'Give a phone number such as 0501234567.' },
      ]),
    );
  }
  const result = await bookByHand(inside, { ...asked, phone });
  if (result.kind === 'refused') return timeRefused(result);
  const { kept } = result;
  return created(presentAppointment(kept, inside.business.timezone), `/api/v1/appointments/${kept.id}`);
}

function shown(row: Appointment | null, { business }: Inside): Reply {
  return row === null ? refuse(notFound('appointment')) : ok(presentAppointment(row, business.timezone));
}

interface OneAsked {
  params: { appointmentId: string };
  query: { businessId?: string | undefined };
}

/** What the routes of one appointment have in common; unknown ids answer 404. */
function ofOne(
  { database }: RouteDependencies,
  purpose: 'read' | 'change',
  work: (row: Appointment, inside: Inside) => Promise<Reply> | Reply,
) {
  return ({ params: { appointmentId }, query }: OneAsked): Promise<Reply> =>
    insideOwner(
      { database, locate: locateAppointment },
      { what: 'appointment', id: appointmentId, ...query },
      async (inside) => {
        const { manager, business } = inside;
        if (purpose === 'change') await lockForChange(manager, business.id, appointmentId);
        const row = await findAppointment(manager, business.id, appointmentId);
        return row === null ? refuse(notFound('appointment')) : work(row, inside);
      },
    );
}

const one = { path: '/appointments/{appointmentId}', tag, params: appointmentParams, query: ownerQuery } as const;

function oneAppointment(dependencies: RouteDependencies): Endpoint {
  return endpoint({
    ...one,
    method: 'get',
    name: 'getAppointment',
    summary: 'One appointment',
    answers: { 200: appointment },
    problems: [400, 404],
    answer: ofOne(dependencies, 'read', shown),
  });
}

interface Change {
  row: Appointment;
  change: AppointmentChange;
  now: number;
}

async function changed(inside: Inside, { row, change, now }: Change): Promise<Reply> {
  const { date, time } = change;
  if (date === undefined || time === undefined) {
    return shown(await cancelAppointment(inside.manager, inside.business.id, row.id), inside);
  }
  if (row.status !== 'confirmed') {
    return refuse(problem('not-changeable', `Only a confirmed appointment can be moved; this one is ${row.status}.`));
  }
  return withResource(inside, change.resourceId, async (narrowed) => {
    const result = await moveByHand(narrowed, { date, time, now, appointment: row, resourceId: change.resourceId });
    return result.kind === 'refused' ? timeRefused(result) : shown(result.kept, inside);
  });
}

function changeAppointment(dependencies: RouteDependencies): Endpoint {
  return endpoint({
    ...one,
    method: 'patch',
    name: 'changeAppointment',
    summary: 'Move an appointment to another time or resource, or cancel it',
    body: appointmentChange,
    ifUnchanged: true,
    answers: { 200: appointment },
    problems: [400, 404, 409],
    answer: (asked) => {
      const { body: change, ifMatch } = asked;
      return ofOne(dependencies, 'change', (row, inside) => {
        if (!mayChange(ifMatch, presentAppointment(row, inside.business.timezone))) return changedMeanwhile();
        return changed(inside, { row, change, now: dependencies.now() });
      })(asked);
    },
  });
}

export function appointmentRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [
    appointmentsOfBusiness(dependencies),
    makeAppointment(dependencies),
    oneAppointment(dependencies),
    changeAppointment(dependencies),
  ];
}
