import type pg from 'pg';
import type { AppointmentRow } from '../../src/practice/runner/service-client.ts';

const ROWS = `SELECT id, call_sid AS "callSid", starts_at::text AS "startsAt", status, name, phone,
    to_char(starts_at AT TIME ZONE 'Asia/Jerusalem', 'YYYY-MM-DD') AS date,
    to_char(starts_at AT TIME ZONE 'Asia/Jerusalem', 'HH24:MI') AS time
  FROM appointment WHERE business_id = $1 AND status = 'confirmed' ORDER BY starts_at`;

export async function rowsOfBusiness(database: pg.Pool, businessId: string): Promise<AppointmentRow[]> {
  const { rows } = await database.query<AppointmentRow>(ROWS, [businessId]);
  return rows;
}

const LEFTOVERS: readonly (readonly [string, string])[] = [
  ['calls still open', 'SELECT count(*)::int AS n FROM call_session WHERE ended_at IS NULL'],
  [
    'holds of calls that ended',
    `SELECT count(*)::int AS n FROM appointment a JOIN call_session c USING (call_sid)
    WHERE a.status = 'held' AND a.held_until > now() AND c.ended_at IS NOT NULL`,
  ],
  [
    'overlapping appointments',
    `SELECT count(*)::int AS n FROM appointment a JOIN appointment b ON a.id < b.id
    AND a.business_id = b.business_id AND a.resource_id = b.resource_id
    AND tstzrange(a.busy_from, a.busy_until) && tstzrange(b.busy_from, b.busy_until)
    WHERE a.status IN ('held', 'confirmed') AND b.status IN ('held', 'confirmed')`,
  ],
  [
    'calls that booked twice',
    `SELECT count(*)::int AS n FROM (SELECT call_sid FROM appointment
    WHERE status = 'confirmed' AND call_sid IS NOT NULL GROUP BY call_sid HAVING count(*) > 1) twice`,
  ],
];

/** What no call may leave behind, when all have ended (L11, L12, L19). */
export async function leftovers(database: pg.Pool): Promise<string[]> {
  const found: string[] = [];
  for (const [name, sql] of LEFTOVERS) {
    const { rows } = await database.query<{ n: number }>(sql);
    if (rows[0]?.n !== 0) found.push(`${rows[0]?.n ?? '?'} ${name}`);
  }
  return found;
}
