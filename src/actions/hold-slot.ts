import type { EntityManager } from 'typeorm';
import { reserve } from '../booking/reserve.ts';
import type { Appointment } from '../db/appointment.ts';
import type { Database } from '../db/database.ts';
import { inCall } from '../db/in-call.ts';
import type { Fenced } from '../db/in-call.ts';
import { callsWithSlots } from '../db/queries/calls-with-slots.ts';
import { findAppointment } from '../db/queries/find-appointment.ts';
import { holdSlot as writeHold } from '../db/queries/hold-slot.ts';
import { releaseHold } from '../db/queries/release-hold.ts';
import type { SlotWrite } from '../db/slot-write.ts';
import { callDesk } from './call-desk.ts';
import type { SlotRefused, SlotRequest } from './slot-request.ts';
import { Turns } from './turns.ts';
import type { Found } from './turns.ts';

export type HoldResult = { kind: 'held'; appointment: Appointment } | SlotRefused | Fenced;

export interface HoldRequest extends SlotRequest {
  holdSeconds: number;
  /** The id of the appointment that is to move to this slot. */
  moving?: string | null;
}

const turnsOf = new WeakMap<Database, Turns<HoldRequest, HoldResult>>();

/**
 * Keeps a free slot for a call (law L14). Asking for another slot ends the call's earlier hold, whatever comes of it. Calls of this
 * node that want the same slot go one at a time, and those too late share the answer. For a move the appointment itself is not in
 * the way: where the new time overlaps the old one, that part is the caller's already and what is left of it is kept by nobody.
 * Throws `database_unavailable`.
 */
export function holdSlot(database: Database, request: HoldRequest): Promise<HoldResult> {
  const turns = turnsOf.get(database) ?? new Turns((asker, others) => attempt(database, asker, others));
  turnsOf.set(database, turns);
  const { businessId, slot } = request;
  return turns.ask(`${businessId} ${slot.date} ${slot.time}`, request);
}

async function attempt(
  database: Database,
  request: HoldRequest,
  others: readonly HoldRequest[],
): Promise<Found<HoldRequest, HoldResult>> {
  const { businessId, callSid, holdSeconds, slot, moving = null, now = Date.now() } = request;
  const found = await inCall<Found<HoldRequest, HoldResult>>(database, request, async (manager) => {
    const desk = await callDesk(manager, request, async (write) => {
      const written = await writeHold(manager, businessId, { slot: write, holdSeconds });
      if (written.kind === 'held') return { appointment: written.appointment, repeated: 'first' };
      const own = moving === null ? null : await findAppointment(manager, businessId, moving);
      return own !== null && overlaps(own, write) ? { appointment: own, repeated: 'again' } : null;
    });
    const result = await reserve(desk, { ...slot, now });
    if (result.kind === 'kept') return { answer: { kind: 'held', appointment: result.kept.appointment }, alsoFor: [] };
    await releaseHold(manager, businessId, { callSid });
    return { answer: result, alsoFor: await tooLate(manager, { ...result, businessId, others }) };
  });
  return 'answer' in found ? found : { answer: found, alsoFor: [] };
}

interface Refused extends SlotRefused {
  businessId: string;
  others: readonly HoldRequest[];
}

/**
 * For whom a taken slot is taken too: calls that have nothing, here or elsewhere, that could be in their own way. Nothing is written
 * for them, so it matters to none which node has them.
 */
async function tooLate(manager: EntityManager, { reason, businessId, others }: Refused): Promise<HoldRequest[]> {
  const candidates = others.filter(({ moving = null }) => moving === null);
  if (reason !== 'taken' || candidates.length === 0) return [];
  const callSids = candidates.map(({ callSid }) => callSid);
  const withSlots = await callsWithSlots(manager, businessId, callSids);
  return candidates.filter(({ callSid }) => !withSlots.has(callSid));
}

const overlaps = (own: Appointment, { busyFrom, busyUntil }: SlotWrite): boolean =>
  own.startsAt < busyUntil && own.endsAt > busyFrom;
