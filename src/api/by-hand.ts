import { reserve } from '../booking/reserve.ts';
import type { Asked, Reservation, ReservationDesk } from '../booking/reserve.ts';
import type { Appointment } from '../db/appointment.ts';
import { busyRanges } from '../db/queries/busy-ranges.ts';
import { confirmSlot } from '../db/queries/confirm-slot.ts';
import { rescheduleAppointment } from '../db/queries/reschedule-appointment.ts';
import { upsertLead } from '../db/queries/upsert-lead.ts';
import { slotDates } from '../db/slot-write.ts';
import type { SlotWrite } from '../db/slot-write.ts';
import type { Inside } from './policies/tenancy.ts';

export type ByHand = Reservation<Appointment>;

type Desk = ReservationDesk<Appointment>;

/** Writes an appointment the owner makes by hand, under the same rules as a call's. The phone is E.164. */
export async function bookByHand(inside: Inside, asked: Asked & { name: string; phone: string }): Promise<ByHand> {
  const { manager, business, schedule } = inside;
  const { name, phone } = asked;
  const desk: Desk = {
    schedule,
    busy: (range) => busyRanges(manager, business.id, range),
    alreadyKept: () => Promise.resolve(null),
    async keep(times) {
      const lead = await upsertLead(manager, business.id, { phone, callSid: null, name });
      const slot: SlotWrite = { ...slotDates(times), callSid: null, leadId: lead.id, name, phone };
      const write = await confirmSlot(manager, business.id, slot);
      return write.kind === 'confirmed' ? write.appointment : null;
    },
  };
  return await reserve(desk, asked);
}

interface Move extends Asked {
  appointment: Appointment;
  resourceId?: string | undefined;
}

/** Moves a confirmed appointment to another time that is free; it does not stand in its own way. */
export async function moveByHand(inside: Inside, asked: Move): Promise<ByHand> {
  const { manager, business, schedule } = inside;
  const { appointment } = asked;
  const desk: Desk = {
    schedule,
    busy: (range) => busyRanges(manager, business.id, { ...range, exceptAppointment: appointment.id }),
    alreadyKept: (startsAt) => Promise.resolve(isThere(asked, startsAt) ? appointment : null),
    async keep(times) {
      const move = await rescheduleAppointment(manager, business.id, {
        ...slotDates(times),
        appointmentId: appointment.id,
      });
      return move.kind === 'moved' ? move.appointment : null;
    },
  };
  return await reserve(desk, asked);
}

function isThere({ appointment, resourceId = appointment.resourceId }: Move, startsAt: number): boolean {
  return appointment.startsAt.getTime() === startsAt && appointment.resourceId === resourceId.toLowerCase();
}
