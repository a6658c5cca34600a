import type { EntityManager } from 'typeorm';
import { asAppointment, appointmentColumns } from '../appointment.ts';
import type { Appointment, AppointmentRead } from '../appointment.ts';
import { freeSeats, wantedResources } from '../free-seats.ts';
import type { SlotWrite } from '../slot-write.ts';

interface SlotInsert {
  slot: SlotWrite;
  holdSeconds: number | null;
  /** The appointment a hold would move: not in its way. */
  moves?: string | null;
}

/** However many are in the race, each round somebody wins a place. */
const MOST_ROUNDS = 200;

/**
 * The only insert of an appointment: with the first resource and place that is free. ON CONFLICT DO NOTHING: a plain insert against
 * the constraint deadlocks for seconds from three callers on (reference/scheduling.md §2). Where somebody was faster at one place,
 * the next is tried. Null where all are taken, or this call itself has the time already.
 */
export async function insertSlot(
  manager: EntityManager,
  businessId: string,
  insert: SlotInsert,
): Promise<Appointment | null> {
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const { tried, appointment } = await tryOnce(manager, businessId, insert);
    if (appointment !== null || tried === 0) return appointment;
  }
  return null;
}

const MOVED = 't.id IS NOT DISTINCT FROM $12::uuid';
const SEAT = freeSeats({ businessId: '$1', busyFrom: '$6', busyUntil: '$7', resourceIds: '$11', own: MOVED });

const INSERT = `WITH free AS MATERIALIZED (
    SELECT f.resource_id, f.seat FROM (${SEAT}) f
    WHERE NOT EXISTS (
      SELECT 1 FROM appointment t
      WHERE t.business_id = $1 AND t.call_sid = $3 AND t.starts_at = $4 AND t.status IN ('held', 'confirmed'))
    ORDER BY f.created_at, f.resource_id, f.seat LIMIT 1
  ), a AS (
    INSERT INTO appointment (business_id, resource_id, seat, lead_id, call_sid, starts_at, ends_at, busy_from, busy_until,
      name, phone, status, held_until, moves)
    SELECT $1, free.resource_id, free.seat, $2, $3, $4, $5, $6, $7, $8, $9,
      CASE WHEN $10::float8 IS NULL THEN 'confirmed' ELSE 'held' END, now() + make_interval(secs => $10::float8), $12
    FROM free
    ON CONFLICT DO NOTHING RETURNING *
  )
  SELECT (SELECT count(*)::int FROM free) AS tried, ${appointmentColumns}
  FROM (SELECT) one LEFT JOIN a ON true LEFT JOIN business b ON b.id = a.business_id`;

async function tryOnce(manager: EntityManager, businessId: string, { slot, holdSeconds, moves = null }: SlotInsert) {
  const [row] = await manager.query<({ tried: number } & AppointmentRead)[]>(INSERT, [
    businessId,
    slot.leadId,
    slot.callSid,
    slot.startsAt,
    slot.endsAt,
    slot.busyFrom,
    slot.busyUntil,
    slot.name,
    slot.phone,
    holdSeconds,
    wantedResources(slot.resourceIds),
    moves,
  ]);
  if (row === undefined) throw new Error('a statement that always answers gave no row');
  const { tried, ...read } = row;
  return { tried, appointment: isWritten(read) ? asAppointment(read) : null };
}

const isWritten = (read: { id: string | null }): boolean => read.id !== null;
