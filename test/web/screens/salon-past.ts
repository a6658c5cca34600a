import type pg from 'pg';

interface Rung {
  callSid: string;
  daysAgo: number;
  at: string;
}

const DAYS_BACK = 29;

/** Moves what has just happened into the past and repeats it over a month: a service cannot be rung yesterday. */
export async function giveItAPast(database: pg.Client, businessId: string, calls: readonly Rung[]): Promise<void> {
  for (const { callSid, daysAgo, at } of calls) await database.query(moved, [callSid, daysAgo, at]);
  await database.query(calledThen, [businessId]);
  await database.query(lastWeek, [businessId]);
  for (let day = 2; day <= DAYS_BACK; day += 1) {
    for (const [at, { callSid }] of calls.entries()) {
      // Fewer calls the farther back: a line that grew.
      if ((at * 5 + day * 3) % 7 < day / 6) continue;
      const copy = `CA${String(day).padStart(2, '0')}${String(at).padStart(2, '0')}${callSid.slice(6)}`;
      await database.query(anotherDay, [copy, callSid, day, at * 37]);
      await database.query(itsFacts, [copy, callSid]);
      await database.query(itsAppointments, [copy, callSid]);
    }
  }
}

const moved = `
  UPDATE call_session SET started_at = at, ended_at = at + (ended_at - started_at)
  FROM (SELECT (date_trunc('day', now() AT TIME ZONE 'Asia/Jerusalem') - $2::int * interval '1 day' + $3::time)
    AT TIME ZONE 'Asia/Jerusalem' AS at) AS moment WHERE call_sid = $1`;

/** Who was booked by hand came long ago; who called, with the call. */
const calledThen = `
  UPDATE lead SET last_call_at = s.started_at, created_at = COALESCE(s.started_at, lead.created_at - interval '40 days')
  FROM lead l LEFT JOIN call_session s ON s.lead_id = l.id WHERE lead.id = l.id AND lead.business_id = $1`;

const lastWeek = `
  INSERT INTO appointment (business_id, resource_id, seat, lead_id, starts_at, ends_at, busy_from, busy_until, status, name, phone)
  SELECT business_id, resource_id, seat, lead_id, starts_at - interval '7 days', ends_at - interval '7 days',
    busy_from - interval '7 days', busy_until - interval '7 days', status, name, phone
  FROM appointment WHERE business_id = $1 AND call_sid IS NULL AND status = 'confirmed'`;

/** Without a lead: a person's page shows the calls they really made. */
const anotherDay = `
  INSERT INTO call_session (call_sid, business_id, from_number, wish, last_requested_time, last_confirmed_time,
    last_appointment_id, epoch, outcome, started_at, ended_at, figures)
  SELECT $1, business_id, from_number, wish, last_requested_time, last_confirmed_time, last_appointment_id, epoch,
    outcome, started_at - shift, ended_at - shift, figures
  FROM call_session, (SELECT $3::int * interval '1 day' + $4::int * interval '1 minute' AS shift) AS by WHERE call_sid = $2`;

/** What it booked, cancelled since: the diary and the people are those of the calls that were really made. */
const itsAppointments = `
  WITH nobody AS (
    INSERT INTO lead (business_id, phone) SELECT business_id, 'trial:past' FROM call_session WHERE call_sid = $2
    ON CONFLICT (business_id, phone) DO UPDATE SET phone = EXCLUDED.phone RETURNING id)
  INSERT INTO appointment (business_id, resource_id, seat, lead_id, call_sid, starts_at, ends_at, busy_from, busy_until, status, name, phone)
  SELECT business_id, resource_id, seat, nobody.id, $1, starts_at, ends_at, busy_from, busy_until, 'cancelled', name, phone
  FROM appointment, nobody WHERE call_sid = $2 AND status = 'confirmed'`;

const itsFacts = `
  INSERT INTO call_event (call_sid, seq, business_id, ms, fact)
  SELECT $1, seq, business_id, ms, fact FROM call_event WHERE call_sid = $2`;
