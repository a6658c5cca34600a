import type { BookedSlot, Wish } from '../../machines/vocabulary.ts';
import type { Schedule } from '../booking/schedule.ts';
import type { Appointment } from '../db/appointment.ts';
import type { Database } from '../db/database.ts';
import { findAppointment } from '../db/queries/find-appointment.ts';
import { loadBusiness } from '../db/queries/load-business.ts';
import { loadSchedule } from '../db/queries/load-schedule.ts';
import { takeCallSession } from '../db/queries/take-call-session.ts';
import type { CallTaking, TakenSession } from '../db/queries/take-call-session.ts';
import { retrying } from '../db/retrying.ts';
import { AppError } from '../shared/errors.ts';
import { findEarlierCall } from './earlier-call.ts';
import type { EarlierCall } from './earlier-call.ts';

/** A call that may begin: whose it is, who rings, what is already known. It keeps this snapshot to its end. */
export interface OpenedCall {
  callSid: string;
  businessId: string;
  leadId: string;
  epoch: number;
  callPrompt: string;
  schedule: Schedule;
  fallbackNumber: string | null;
  /** The number the call came from, E.164; null where it is withheld. It alone says whose appointments are theirs. */
  from: string | null;
  /** That number as the default of a booking, where it is an Israeli mobile one. */
  callerPhone: string | null;
  wish: Wish;
  appointment: Appointment | null;
  /** What an earlier stream or node of the same call left behind; null for one that begins. */
  earlier: EarlierCall | null;
}

/** How long a node has a call without renewing; three renewals may fail (docs/decisions, leases). */
export const LEASE_SECONDS = 20;
const ISRAELI_MOBILE = /^\+9725\d{8}$/;

/** Spends the number of a stream and makes its node the owner of the call. Null where that stream may not come in. */
export function takeCall(database: Database, taking: Omit<CallTaking, 'leaseSeconds'>): Promise<TakenSession | null> {
  return database.anywhere((manager) => takeCallSession(manager, { ...taking, leaseSeconds: LEASE_SECONDS }));
}

/** All that a node needs to know of a call it has just taken, whether it begins or goes on. */
export function openCall(database: Database, session: TakenSession): Promise<OpenedCall> {
  const { businessId, callSid, leadId, fromNumber, lastAppointmentId } = session;
  return retrying(database, businessId, async (manager) => {
    const [business, schedule] = [await loadBusiness(manager, businessId), await loadSchedule(manager, businessId)];
    if (!business || !schedule || !leadId) throw new AppError('not_found', 'The business of this call is gone.');
    const booked = lastAppointmentId ? await findAppointment(manager, businessId, lastAppointmentId) : null;
    return {
      callSid,
      businessId,
      leadId,
      epoch: session.epoch,
      callPrompt: business.aiPrompt.calls,
      schedule,
      fallbackNumber: business.fallbackNumber,
      from: fromNumber,
      callerPhone: fromNumber && ISRAELI_MOBILE.test(fromNumber) ? fromNumber : null,
      wish: session.wish,
      appointment: booked?.status === 'confirmed' ? booked : null,
      earlier: session.streams === 1 ? null : await findEarlierCall(manager, session),
    };
  });
}

/** An appointment as the machine knows it. */
export const bookedSlot = ({ id, date, time }: Appointment): BookedSlot => ({ id, slot: { date, time } });
