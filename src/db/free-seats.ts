/** Placeholders (`$1`) of the statement the seats are for; `own` is the condition of the rows that do not stand in the way. */
export interface SeatSearch {
  businessId: string;
  busyFrom: string;
  busyUntil: string;
  /** A `uuid[]`; null for all. */
  resourceIds: string;
  own?: string;
}

/**
 * SQL: the places of active resources that look free, the preferred first. Somebody may be faster: only the constraint knows, so try the
 * first, and where that fails look again.
 */
export function freeSeats({ businessId, busyFrom, busyUntil, resourceIds, own = 'false' }: SeatSearch): string {
  return `SELECT r.id AS resource_id, place AS seat, r.created_at
    FROM resource r CROSS JOIN generate_series(1, r.capacity) AS place
    WHERE r.business_id = ${businessId} AND r.active AND (${resourceIds}::uuid[] IS NULL OR r.id = ANY (${resourceIds}::uuid[]))
      AND NOT EXISTS (
        SELECT 1 FROM appointment t
        WHERE t.business_id = r.business_id AND t.resource_id = r.id AND t.seat = place
          AND t.status IN ('held', 'confirmed')
          AND tstzrange(t.busy_from, t.busy_until, '[)') && tstzrange(${busyFrom}, ${busyUntil}, '[)')
          AND NOT (${own}))`;
}

/** Null where anybody may take it. */
export function wantedResources(resourceIds: readonly string[] | undefined): readonly string[] | null {
  return resourceIds === undefined || resourceIds.length === 0 ? null : resourceIds;
}
