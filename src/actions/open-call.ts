import type { BookedSlot, Wish } from '../../machines/vocabulary.ts';
import type { Schedule } from '../booking/schedule.ts';
import type { Appointment } from '../db/appointment.ts';
import type { Database } from '../db/database.ts';
import { findAppointment } from '../db/queries/find-appointment.ts';
import { findBusinessByNumber } from '../db/queries/find-business-by-number.ts';
import { loadSchedule } from '../db/queries/load-schedule.ts';
import { openCallSession } from '../db/queries/open-call-session.ts';
import { upsertLead } from '../db/queries/upsert-lead.ts';

/** A call that may begin: whose it is, who rings, what is already known. It keeps this snapshot to its end. */
export interface OpenedCall {
  callSid: string;
  businessId: string;
  leadId: string;
  epoch: number;
  callPrompt: string;
  schedule: Schedule;
  fallbackNumber: string | null;
  callerPhone: string | null;
  wish: Wish;
  appointment: Appointment | null;
}

export interface Ring {
  callSid: string;
  from: string;
  to: string;
  nodeId: string;
}

const LEASE_SECONDS = 60;
const ISRAELI_MOBILE = /^\+9725\d{8}$/;

/** Finds the business, makes the caller its lead and opens the call's session, or takes an open one over. */
export async function openCall(database: Database, ring: Ring): Promise<OpenedCall | 'unknownNumber'> {
  const business = await database.anywhere((manager) => findBusinessByNumber(manager, ring.to));
  if (!business?.active) return 'unknownNumber';
  const phone = /^\+\d{6,15}$/.test(ring.from) ? ring.from : null;
  return database.inBusiness(business.id, async (manager) => {
    const lead = await upsertLead(manager, business.id, { phone, callSid: ring.callSid });
    const schedule = await loadSchedule(manager, business.id);
    const session = await openCallSession(manager, business.id, {
      callSid: ring.callSid,
      leadId: lead.id,
      fromNumber: phone,
      nodeId: ring.nodeId,
      leaseSeconds: LEASE_SECONDS,
    });
    if (!schedule || !session) return 'unknownNumber';
    const { lastAppointmentId: booked } = session;
    return {
      callSid: ring.callSid,
      businessId: business.id,
      leadId: lead.id,
      epoch: session.epoch,
      callPrompt: business.aiPrompt.calls,
      schedule,
      fallbackNumber: business.fallbackNumber,
      callerPhone: phone && ISRAELI_MOBILE.test(phone) ? phone : null,
      wish: session.wish,
      appointment: booked ? await findAppointment(manager, business.id, booked) : null,
    };
  });
}

/** What the machine is told of an appointment the call already has. */
export function bookedSlot(appointment: Appointment | null): BookedSlot | null {
  return appointment ? { id: appointment.id, slot: { date: appointment.date, time: appointment.time } } : null;
}
