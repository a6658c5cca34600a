import type { EntityManager } from 'typeorm';
import type { BusyRange, TakenRange } from '../../booking/schedule.ts';

export interface BusyQuery extends BusyRange {
  /** This call's own holds do not stand in its own way. */
  exceptHoldsOf?: string | null;
  /** Nor does the appointment that is being moved. */
  exceptAppointment?: string | null;
}

type Taken = Required<TakenRange> & { resourceId: string; seat: number };

/** What is taken between two instants, buffers included; expired holds are free. */
export async function busyRanges(
  manager: EntityManager,
  businessId: string,
  { from, until, exceptHoldsOf = null, exceptAppointment = null }: BusyQuery,
): Promise<Taken[]> {
  const rows = await manager.query<(Pick<Taken, 'resourceId' | 'seat'> & { from: Date; until: Date })[]>(
    `SELECT busy_from AS "from", busy_until AS "until", resource_id AS "resourceId", seat FROM appointment
     WHERE business_id = $1 AND status IN ('held', 'confirmed')
       AND tstzrange(busy_from, busy_until, '[)') && tstzrange($2, $3, '[)')
       AND (status = 'confirmed' OR (held_until > now() AND call_sid IS DISTINCT FROM $4))
       AND id IS DISTINCT FROM $5::uuid
     ORDER BY busy_from`,
    [businessId, new Date(from), new Date(until), exceptHoldsOf, exceptAppointment],
  );
  return rows.map((row) => ({ ...row, from: row.from.getTime(), until: row.until.getTime() }));
}
