import { alternatives, bookableRange, bufferedRange, checkSlot } from './availability.ts';
import type { BusyRange, Refusal, Schedule, TakenRange } from './schedule.ts';

/** The times of a slot, epoch milliseconds; `busyFrom` and `busyUntil` hold the buffers. */
export interface SlotTimes {
  startsAt: number;
  endsAt: number;
  busyFrom: number;
  busyUntil: number;
  /** Who may take it, the preferred first; empty: whoever there is. */
  resourceIds: readonly string[];
}

/** What a reservation needs of the memory. `Kept` is whatever the memory gives for a slot it keeps. */
export interface ReservationDesk<Kept> {
  schedule: Schedule;
  /** What is taken between two instants, without what is the asker's own. */
  busy(range: BusyRange): Promise<readonly TakenRange[]>;
  /** What the asker has booked at this start before; the rules do not matter for it any more. */
  alreadyKept(startsAt: number): Promise<Kept | null>;
  /** Keeps the slot, or null where somebody was faster. */
  keep(times: SlotTimes): Promise<Kept | null>;
}

export interface Asked {
  date: string;
  time: string;
  /** Epoch milliseconds. */
  now: number;
}

/** Why not, and two or three free times near it, as `YYYY-MM-DD HH:MM`. */
export interface Refused {
  kind: 'refused';
  reason: Refusal;
  alternatives: string[];
}

export type Reservation<Kept> = { kind: 'kept'; kept: Kept } | Refused;

const dayMs = 86_400_000;

/** The one way to a slot: look at the rules, keep it, and where that fails say why and what is near (laws L11–L13). */
export async function reserve<Kept>(desk: ReservationDesk<Kept>, asked: Asked): Promise<Reservation<Kept>> {
  const { schedule } = desk;
  const busy = await desk.busy(aroundDate(asked.date));
  const { status, startsAt, endsAt, resourceIds } = checkSlot({ ...asked, schedule, busy });
  if (startsAt !== null) {
    const before = await desk.alreadyKept(startsAt);
    if (before !== null) return { kind: 'kept', kept: before };
  }
  if (status !== 'available') return refuse(desk, { asked, reason: status });
  if (startsAt === null || endsAt === null) return refuse(desk, { asked, reason: 'bad_time' });
  const { from: busyFrom, until: busyUntil } = bufferedRange(schedule, startsAt, endsAt);
  const kept = await desk.keep({ startsAt, endsAt, busyFrom, busyUntil, resourceIds });
  return kept === null ? refuse(desk, { asked, reason: 'taken' }) : { kind: 'kept', kept };
}

/** What anybody would hear who asks for this time now; null where they could have it. */
export async function whyNot(
  { schedule, busy }: Pick<ReservationDesk<unknown>, 'schedule' | 'busy'>,
  asked: Asked,
): Promise<Refused | null> {
  const query = { ...asked, schedule, busy: await busy(bookableRange(schedule, asked.now)) };
  const { status } = checkSlot(query);
  return status === 'available' ? null : { kind: 'refused', reason: status, alternatives: alternatives(query) };
}

async function refuse(
  { schedule, busy }: Pick<ReservationDesk<unknown>, 'schedule' | 'busy'>,
  { asked, reason }: { asked: Asked; reason: Refusal },
): Promise<Refused> {
  const near = alternatives({ ...asked, schedule, busy: await busy(bookableRange(schedule, asked.now)) });
  return { kind: 'refused', reason, alternatives: near };
}

/* Wide enough for every zone and buffer; an impossible date needs no ranges to be refused. */
function aroundDate(date: string): BusyRange {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight)) return { from: 0, until: 0 };
  return { from: midnight - 2 * dayMs, until: midnight + 3 * dayMs };
}
