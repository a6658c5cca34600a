import type { EntityManager } from 'typeorm';
import { reserve } from '../booking/reserve.ts';
import type { Refused } from '../booking/reserve.ts';
import type { Database } from '../db/database.ts';
import { inCall } from '../db/in-call.ts';
import type { Fenced } from '../db/in-call.ts';
import { confirmSlot } from '../db/queries/confirm-slot.ts';
import { recordBooking } from '../db/queries/record-booking.ts';
import type { SlotWrite } from '../db/slot-write.ts';
import { callDesk } from './call-desk.ts';
import type { Kept } from './call-desk.ts';
import type { SlotRequest } from './slot-request.ts';

export type CreateResult = ({ kind: 'created' } & Kept) | Refused | Fenced;

/**
 * Books for a call, exactly once (law L12): the rules again, then the row, the session and the lead in one transaction. Asked again,
 * also after a lost answer, it gives the same row. Throws `database_unavailable`; then it may or may not be booked: ask again.
 */
export function createAppointmentFromRealtime(database: Database, request: SlotRequest): Promise<CreateResult> {
  const { businessId, callSid, slot, now = Date.now() } = request;
  return inCall<CreateResult>(database, request, async (manager) => {
    const desk = await callDesk(manager, request, (write) => confirm(manager, businessId, write));
    const result = await reserve(desk, { ...slot, now });
    if (result.kind === 'refused') return result;
    await recordBooking(manager, businessId, {
      callSid,
      appointment: result.kept.appointment,
      kind: 'appointment_created',
    });
    return { kind: 'created', ...result.kept };
  });
}

async function confirm(manager: EntityManager, businessId: string, write: SlotWrite): Promise<Kept | null> {
  const written = await confirmSlot(manager, businessId, write);
  return written.kind === 'confirmed' ? { appointment: written.appointment, repeated: written.repeated } : null;
}
