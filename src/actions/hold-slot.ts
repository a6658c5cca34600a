import { reserve } from '../booking/reserve.ts';
import type { Appointment } from '../db/appointment.ts';
import type { Database } from '../db/database.ts';
import { inCall } from '../db/in-call.ts';
import type { Fenced } from '../db/in-call.ts';
import { findAppointment } from '../db/queries/find-appointment.ts';
import { holdSlot as writeHold } from '../db/queries/hold-slot.ts';
import { releaseHold } from '../db/queries/release-hold.ts';
import type { SlotWrite } from '../db/slot-write.ts';
import { callDesk } from './call-desk.ts';
import type { SlotRefused, SlotRequest } from './slot-request.ts';

export type HoldResult = { kind: 'held'; appointment: Appointment } | SlotRefused | Fenced;

export interface HoldRequest extends SlotRequest {
  holdSeconds: number;
  /** The id of the appointment that is to move to this slot. */
  moving?: string | null;
}

/**
 * Keeps a free slot for a call (law L14). Asking for another slot ends the call's earlier hold, whatever comes of it.
 * For a move the appointment itself is not in the way: where the new time overlaps the old one, that part is the caller's already
 * and what is left of it is kept by nobody. Throws `database_unavailable`.
 */
export function holdSlot(database: Database, request: HoldRequest): Promise<HoldResult> {
  const { businessId, callSid, holdSeconds, slot, moving = null, now = Date.now() } = request;
  return inCall<HoldResult>(database, request, async (manager) => {
    const desk = await callDesk(manager, request, async (write) => {
      const written = await writeHold(manager, businessId, { slot: write, holdSeconds });
      if (written.kind === 'held') return { appointment: written.appointment, repeated: 'first' };
      const own = moving === null ? null : await findAppointment(manager, businessId, moving);
      return own !== null && overlaps(own, write) ? { appointment: own, repeated: 'again' } : null;
    });
    const result = await reserve(desk, { ...slot, now });
    if (result.kind === 'kept') return { kind: 'held', appointment: result.kept.appointment };
    await releaseHold(manager, businessId, { callSid });
    return result;
  });
}

const overlaps = (own: Appointment, { busyFrom, busyUntil }: SlotWrite): boolean =>
  own.startsAt < busyUntil && own.endsAt > busyFrom;
