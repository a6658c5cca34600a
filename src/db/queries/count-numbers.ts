import type { EntityManager } from 'typeorm';

export interface NumbersQuery {
  /** Null: all that this transaction sees. */
  businessId: string | null;
  /** Dates of each business's own zone, both included. */
  fromDate: string;
  toDate: string;
}

export interface Totals {
  calls: number;
  bookings: number;
  callsWithBooking: number;
  minutes: number;
  deadAirs: number;
  answerP50: number | null;
  answerP95: number | null;
  bargeIns: number;
  bargeInP50: number | null;
  bargeInP95: number | null;
}

export interface Numbers {
  totals: Totals;
  refusals: { reason: string; count: number }[];
  outcomes: { outcome: string; count: number }[];
  days: { date: string; calls: number; bookings: number; minutes: number }[];
}

/**
 * Calls of the phone that have ended in this stretch; test and practice calls are left out. Booked is what a call made and did not
 * give up itself. A call that wrote nothing has booked nothing: a hold of it that somebody cancelled by hand is a cancelled row too.
 */
const counted = `WITH counted AS (
  SELECT s.*, (s.started_at AT TIME ZONE b.timezone)::date AS day,
    EXTRACT(epoch FROM s.ended_at - s.started_at) / 60 AS minutes,
    (SELECT count(*) FROM appointment a
     WHERE a.business_id = s.business_id AND a.call_sid = s.call_sid AND s.last_appointment_id IS NOT NULL
       AND (a.status = 'confirmed' OR (a.status = 'cancelled' AND a.changed_in_call IS DISTINCT FROM a.call_sid))) AS booked
  FROM call_session s JOIN business b ON b.id = s.business_id
  WHERE s.kind = 'phone' AND s.ended_at IS NOT NULL AND ($1::uuid IS NULL OR s.business_id = $1)
    AND (s.started_at AT TIME ZONE b.timezone)::date BETWEEN $2::date AND $3::date)`;

const totals = `${counted}, answers AS (
    SELECT value::float AS ms FROM counted, jsonb_array_elements_text(COALESCE(figures -> 'answersMs', '[]')) value),
  barge_ins AS (
    SELECT value::float AS ms FROM counted, jsonb_array_elements_text(COALESCE(figures -> 'bargeInsMs', '[]')) value)
  SELECT count(*)::int AS calls, COALESCE(sum(booked), 0)::int AS bookings,
    count(*) FILTER (WHERE booked > 0)::int AS "callsWithBooking", COALESCE(sum(minutes), 0)::float AS minutes, COALESCE(sum((figures ->> 'deadAirs')::int), 0)::int AS "deadAirs",
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) FROM answers) AS "answerP50",
    (SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY ms) FROM answers) AS "answerP95",
    (SELECT count(*)::int FROM barge_ins) AS "bargeIns",
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) FROM barge_ins) AS "bargeInP50",
    (SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY ms) FROM barge_ins) AS "bargeInP95"
  FROM counted`;

const refusals = `${counted}
  SELECT e.fact ->> 'reason' AS reason, count(*)::int AS count
  FROM counted c JOIN call_event e ON e.call_sid = c.call_sid AND e.business_id = c.business_id
  WHERE e.fact ->> 'type' IN ('slot.refused', 'booking.refused') AND e.fact ->> 'reason' IS NOT NULL
  GROUP BY 1 ORDER BY 2 DESC, 1`;

const outcomes = `${counted}
  SELECT COALESCE(outcome, 'unknown') AS outcome, count(*)::int AS count FROM counted GROUP BY 1 ORDER BY 2 DESC, 1`;

const days = `${counted}
  SELECT to_char(d.day, 'YYYY-MM-DD') AS date, count(c.call_sid)::int AS calls,
    COALESCE(sum(c.booked), 0)::int AS bookings, COALESCE(sum(c.minutes), 0)::float AS minutes
  FROM generate_series($2::date, $3::date, '1 day') AS d(day) LEFT JOIN counted c ON c.day = d.day::date
  GROUP BY d.day ORDER BY d.day`;

/** What the calls of a stretch of days came to. Runs `anywhere` where `businessId` is null. */
export async function countNumbers(manager: EntityManager, query: NumbersQuery): Promise<Numbers> {
  const values = [query.businessId, query.fromDate, query.toDate];
  const [total] = await manager.query<Totals[]>(totals, values);
  if (total === undefined) throw new Error('a count gave no row');
  return {
    totals: total,
    refusals: await manager.query<Numbers['refusals']>(refusals, values),
    outcomes: await manager.query<Numbers['outcomes']>(outcomes, values),
    days: await manager.query<Numbers['days']>(days, values),
  };
}
