import type { Appointment } from '../../db/appointment.ts';
import { cancelAppointment } from '../../db/queries/cancel-appointment.ts';
import { findAppointment } from '../../db/queries/find-appointment.ts';
import { findAppointments } from '../../db/queries/find-appointments.ts';
import { locateAppointment } from '../../db/queries/locate-appointment.ts';
import { normalizePhone } from '../../db/phone-number.ts';
import { bookByHand, moveByHand } from '../by-hand.ts';
import type { ByHand } from '../by-hand.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { pageOfRows, rowsToRead } from '../paging.ts';
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
import type { AppointmentChange } from '../schemas/appointments.ts';
import { businessParams } from '../schemas/businesses.ts';
import { ownerQuery } from '../schemas/scope.ts';

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
        const { from: fromDate, to: toDate, status } = query;
        const rows = await findAppointments(manager, business.id, { fromDate, toDate, status, ...rowsToRead(query) });
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
    answers: { 201: appointment },
    problems: [400, 404, 409],
    answer: ({ params, body }) =>
      insideBusiness(database, params.businessId, async (inside) => {
        const phone = normalizePhone(body.phone);
        if (phone === null) {
          return refuse(invalidRequest([{ field: 'phone', message: 'Give a phone number such as 0501234567.' }]));
        }
        const result = await bookByHand(inside, { ...body, phone, now: now() });
        if (result.kind === 'refused') return timeRefused(result);
        const { kept } = result;
        return created(presentAppointment(kept, inside.business.timezone), `/api/v1/appointments/${kept.id}`);
      }),
  });
}

function shown(row: Appointment | null, { business }: Inside): Reply {
  return row === null ? refuse(notFound('appointment')) : ok(presentAppointment(row, business.timezone));
}

function oneAppointment({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/appointments/{appointmentId}',
    name: 'getAppointment',
    summary: 'One appointment',
    tag,
    params: appointmentParams,
    query: ownerQuery,
    answers: { 200: appointment },
    problems: [400, 404],
    answer: ({ params: { appointmentId }, query }) =>
      insideOwner(
        { database, locate: locateAppointment },
        { what: 'appointment', id: appointmentId, ...query },
        async (inside) => shown(await findAppointment(inside.manager, inside.business.id, appointmentId), inside),
      ),
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
  const result = await moveByHand(inside, { date, time, now, appointment: row });
  return result.kind === 'refused' ? timeRefused(result) : shown(result.kept, inside);
}

function changeAppointment({ database, now }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'patch',
    path: '/appointments/{appointmentId}',
    name: 'changeAppointment',
    summary: 'Move an appointment to another time, or cancel it',
    tag,
    params: appointmentParams,
    query: ownerQuery,
    body: appointmentChange,
    answers: { 200: appointment },
    problems: [400, 404, 409],
    answer: ({ params: { appointmentId }, query, body }) =>
      insideOwner(
        { database, locate: locateAppointment },
        { what: 'appointment', id: appointmentId, ...query },
        async (inside) => {
          const row = await findAppointment(inside.manager, inside.business.id, appointmentId);
          if (row === null) return refuse(notFound('appointment'));
          return await changed(inside, { row, change: body, now: now() });
        },
      ),
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
