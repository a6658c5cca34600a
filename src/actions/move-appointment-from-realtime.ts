import type { EntityManager } from 'typeorm';
import type { BookedSlot, Slot } from '../../machines/vocabulary.ts';
import { reserve } from '../booking/reserve.ts';
import type { Refused, Reservation } from '../booking/reserve.ts';
import type { MovedAppointment } from '../db/appointment.ts';
import type { Database } from '../db/database.ts';
import { inCall } from '../db/in-call.ts';
import type { Fenced } from '../db/in-call.ts';
import { busyRanges } from '../db/queries/busy-ranges.ts';
import { findCallersAppointment } from '../db/queries/find-callers-appointments.ts';
import type { CallerOfACall } from '../db/queries/find-callers-appointments.ts';
import { loadSchedule } from '../db/queries/load-schedule.ts';
import { lockMoves } from '../db/queries/lock-moves.ts';
import { markChangedInCall } from '../db/queries/mark-changed-in-call.ts';
import { findMoved, moveAppointment } from '../db/queries/move-appointment.ts';
import { recordBooking } from '../db/queries/record-booking.ts';
import { releaseHold } from '../db/queries/release-hold.ts';
import { slotDates } from '../db/slot-write.ts';

export interface MoveRequest extends CallerOfACall {
  businessId: string;
  /** The epoch the call was taken with; left out where no node has the call. */
  epoch?: number | undefined;
  /** As the caller was told it stands. */
  appointment: BookedSlot;
  slot: Slot;
  now?: number;
}

/** `gone`: it is not theirs, or does not stand any more where the caller was told. */
export type MoveResult = { kind: 'moved'; appointment: MovedAppointment } | Refused | { kind: 'gone' } | Fenced;

/**
 * Moves an appointment of whoever is on the call, in one transaction: it stands at the old time or at the new one, never at none
 * and never at both. Asked again, also after a lost answer, it gives the same. Throws `database_unavailable`; then ask again.
 */
export function moveAppointmentFromRealtime(database: Database, request: MoveRequest): Promise<MoveResult> {
  const { businessId, callSid, appointment } = request;
  return inCall<MoveResult>(database, request, async (manager) => {
    await lockMoves(manager, businessId);
    const own = await findCallersAppointment(manager, businessId, { ...request, appointmentId: appointment.id });
    if (own?.status !== 'confirmed') return { kind: 'gone' };
    if (!isAt(own, appointment.slot) && !isAt(own, request.slot)) return { kind: 'gone' };
    await releaseHold(manager, businessId, { callSid });
    const result = await reserveMove(manager, request);
    if (result.kind === 'refused') return result;
    await recordBooking(manager, businessId, { callSid, appointment: result.kept, kind: 'appointment_moved' });
    return { kind: 'moved', appointment: result.kept };
  });
}

const isAt = (own: Slot, { date, time }: Slot): boolean => own.date === date && own.time === time;

async function reserveMove(
  manager: EntityManager,
  { businessId, callSid, appointment: { id }, slot, now = Date.now() }: MoveRequest,
): Promise<Reservation<MovedAppointment>> {
  const schedule = await loadSchedule(manager, businessId);
  if (schedule === null) return { kind: 'refused', reason: 'bad_time', alternatives: [] };
  const desk = {
    schedule,
    busy: (range: { from: number; until: number }) =>
      busyRanges(manager, businessId, { ...range, exceptAppointment: id }),
    alreadyKept: (startsAt: number) =>
      findMoved(manager, businessId, { appointmentId: id, startsAt: new Date(startsAt) }),
    async keep(times: Parameters<typeof slotDates>[0]) {
      const moved = await moveAppointment(manager, businessId, { ...slotDates(times), appointmentId: id });
      if (moved !== null) await markChangedInCall(manager, businessId, { appointmentId: id, callSid });
      return moved;
    },
  };
  return reserve(desk, { ...slot, now });
}
