import { reserve } from '../booking/reserve.ts';
import type { Appointment } from '../db/appointment.ts';
import type { Database } from '../db/database.ts';
import { inCall } from '../db/in-call.ts';
import type { Fenced } from '../db/in-call.ts';
import { holdSlot as writeHold } from '../db/queries/hold-slot.ts';
import { releaseHold } from '../db/queries/release-hold.ts';
import { callDesk } from './call-desk.ts';
import type { SlotRefused, SlotRequest } from './slot-request.ts';

export type HoldResult = { kind: 'held'; appointment: Appointment } | SlotRefused | Fenced;

/**
 * Keeps a free slot for a call (law L14). Asking for another slot ends the call's earlier hold, whatever comes of it.
 * Throws `database_unavailable`.
 */
export function holdSlot(database: Database, request: SlotRequest & { holdSeconds: number }): Promise<HoldResult> {
  const { businessId, callSid, holdSeconds, slot, now = Date.now() } = request;
  return inCall<HoldResult>(database, request, async (manager) => {
    const desk = await callDesk(manager, request, async (write) => {
      const written = await writeHold(manager, businessId, { slot: write, holdSeconds });
      return written.kind === 'held' ? { appointment: written.appointment, repeated: 'first' } : null;
    });
    const result = await reserve(desk, { ...slot, now });
    if (result.kind === 'kept') return { kind: 'held', appointment: result.kept.appointment };
    await releaseHold(manager, businessId, { callSid });
    return result;
  });
}
