import type { EntityManager } from 'typeorm';
import type { ReservationDesk } from '../booking/reserve.ts';
import type { Appointment } from '../db/appointment.ts';
import { normalizePhone } from '../db/phone-number.ts';
import { busyRanges } from '../db/queries/busy-ranges.ts';
import { findCallAppointment } from '../db/queries/find-call-appointment.ts';
import { loadSchedule } from '../db/queries/load-schedule.ts';
import { slotDates } from '../db/slot-write.ts';
import type { SlotWrite } from '../db/slot-write.ts';
import { AppError } from '../shared/errors.ts';
import type { SlotRequest } from './slot-request.ts';

/** What a call got: the appointment, and whether it had it before. */
export interface Kept {
  appointment: Appointment;
  repeated: 'first' | 'again';
}

/** The diary of a business as one call sees it: its own hold is not in its way, its own booking is its answer. */
export async function callDesk(
  manager: EntityManager,
  request: SlotRequest & { moving?: string | null },
  keep: (slot: SlotWrite & { callSid: string }) => Promise<Kept | null>,
): Promise<ReservationDesk<Kept>> {
  const { businessId, callSid, leadId, name, moving = null } = request;
  const schedule = await loadSchedule(manager, businessId);
  if (schedule === null) throw new AppError('not_found', 'The business of this call does not exist.');
  const phone = normalizePhone(request.phone) ?? request.phone;
  return {
    schedule,
    busy: (range) => busyRanges(manager, businessId, { ...range, exceptHoldsOf: callSid, exceptAppointment: moving }),
    alreadyKept: async (startsAt) => {
      const own = await findCallAppointment(manager, businessId, { callSid, startsAt: new Date(startsAt) });
      return own?.status === 'confirmed' ? { appointment: own, repeated: 'again' } : null;
    },
    keep: (times) => keep({ ...slotDates(times), callSid, leadId, name, phone }),
  };
}
