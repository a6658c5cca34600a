/** A law the database can answer for: the number of rows that break it. */
export interface LawAudit {
  law: string;
  brokenRows: string;
}

/** Of rows of one place; a hold and the appointment it would move are one. */
export const noOverlap: LawAudit = {
  law: 'L11 no overlap',
  brokenRows: `SELECT count(*)::int AS found FROM appointment a JOIN appointment b
      ON a.business_id = b.business_id AND a.resource_id = b.resource_id AND a.seat = b.seat AND a.id < b.id
      AND COALESCE(a.moves, a.id) <> COALESCE(b.moves, b.id)
      AND tstzrange(a.busy_from, a.busy_until) && tstzrange(b.busy_from, b.busy_until)
      WHERE a.status IN ('held', 'confirmed') AND b.status IN ('held', 'confirmed')`,
};

/** laws.md, (d): what can be seen in the rows alone. */
export const lawAudits: readonly LawAudit[] = [
  noOverlap,
  {
    law: 'L12 exactly once',
    brokenRows: `SELECT count(*)::int AS found FROM (SELECT 1 FROM appointment
      WHERE call_sid IS NOT NULL AND status = 'confirmed' GROUP BY business_id, call_sid, starts_at HAVING count(*) > 1) twice`,
  },
  {
    law: 'L8 no announcement without a row',
    brokenRows: `SELECT count(*)::int AS found FROM call_session s WHERE s.last_appointment_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.id = s.last_appointment_id AND a.business_id = s.business_id)`,
  },
  {
    law: 'L16 nothing crosses',
    brokenRows: `SELECT count(*)::int AS found FROM appointment a JOIN lead l ON l.id = a.lead_id WHERE l.business_id <> a.business_id`,
  },
  {
    law: 'L19 nothing is left behind',
    brokenRows: `SELECT count(*)::int AS found FROM call_session s
      WHERE s.ended_at IS NULL AND s.started_at < now() - interval '4 hours'
      AND (s.lease_until IS NULL OR s.lease_until < now())`,
  },
];
