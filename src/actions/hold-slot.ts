import type { EntityManager } from 'typeorm';
import { reserve, whyNot } from '../booking/reserve.ts';
import type { Refused, ReservationDesk } from '../booking/reserve.ts';
import type { BusyRange } from '../booking/schedule.ts';
import type { Appointment } from '../db/appointment.ts';
import type { Database } from '../db/database.ts';
import { inCall } from '../db/in-call.ts';
import type { Fenced } from '../db/in-call.ts';
import { busyRanges } from '../db/queries/busy-ranges.ts';
import { callsWithSlots } from '../db/queries/calls-with-slots.ts';
import { holdSlot as writeHold } from '../db/queries/hold-slot.ts';
import { releaseHold } from '../db/queries/release-hold.ts';
import { callDesk } from './call-desk.ts';
import type { Kept } from './call-desk.ts';
import type { SlotRequest } from './slot-request.ts';
import { Turns } from './turns.ts';
import type { Found } from './turns.ts';

export type HoldResult = { kind: 'held'; appointment: Appointment } | Refused | Fenced;

export interface HoldRequest extends SlotRequest {
  holdSeconds: number;
  /** The id of the appointment that is to move to this slot. */
  moving?: string | null;
}

type HoldFound = Found<HoldRequest, HoldResult>;

const turnsOf = new WeakMap<Database, Turns<HoldRequest, HoldResult>>();

/**
 * Keeps a free slot for a call (law L14). Asking for another slot ends the call's earlier hold, whatever comes of it. Calls of this
 * node that want the same slot go one at a time, and those too late share the answer. For a move the appointment itself is not in
 * the way, and the hold may lie over it. Throws `database_unavailable`.
 */
export function holdSlot(database: Database, request: HoldRequest): Promise<HoldResult> {
  const turns = turnsOf.get(database) ?? new Turns((asker, waiting) => attempt(database, asker, waiting));
  turnsOf.set(database, turns);
  const { businessId, slot } = request;
  return turns.ask(`${businessId} ${slot.date} ${slot.time}`, request);
}

async function attempt(
  database: Database,
  request: HoldRequest,
  waiting: () => readonly HoldRequest[],
): Promise<HoldFound> {
  const found = await inCall(database, request, (manager) => holdForOne(manager, request, waiting()));
  return 'answer' in found ? found : { answer: found, shared: new Map() };
}

/**
 * What one call hears, and what is true by then for those who wait and have nothing, here or elsewhere, that could be in their own
 * way. Nothing is written for these, so it matters to none which node has them.
 */
async function holdForOne(
  manager: EntityManager,
  request: HoldRequest,
  others: readonly HoldRequest[],
): Promise<HoldFound> {
  const { businessId, callSid, slot, now = Date.now() } = request;
  const withSlots = await callsWithSlots(manager, businessId, [request, ...others]);
  const desk = await holdDesk(manager, request);
  const asked = { ...slot, now };
  const result = await reserve(desk, asked);
  if (result.kind === 'refused' && withSlots.has(callSid)) await releaseHold(manager, businessId, { callSid });
  const strangers = others.filter((other) => !withSlots.has(other.callSid) && !isMove(other));
  const answer: HoldResult = result.kind === 'kept' ? { kind: 'held', appointment: result.kept.appointment } : result;
  if (strangers.length === 0) return { answer, shared: new Map() };
  const { schedule } = desk;
  const strangersDesk = { schedule, busy: (range: BusyRange) => busyRanges(manager, businessId, range) };
  const theirs = result.kind === 'refused' && !isMove(request) ? result : await whyNot(strangersDesk, asked);
  return { answer, shared: new Map(theirs?.reason === 'taken' ? strangers.map((one) => [one, theirs]) : []) };
}

function holdDesk(manager: EntityManager, request: HoldRequest): Promise<ReservationDesk<Kept>> {
  const { businessId, holdSeconds, moving = null } = request;
  return callDesk(manager, request, async (write) => {
    const written = await writeHold(manager, businessId, { slot: write, holdSeconds, moves: moving });
    return written.kind === 'held' ? { appointment: written.appointment, repeated: 'first' } : null;
  });
}

const isMove = ({ moving = null }: HoldRequest): boolean => moving !== null;
