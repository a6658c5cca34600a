/** Columns of `call_session s`, named as `CallSessionRow` has them. */
export const callSessionColumns = `s.call_sid AS "callSid", s.business_id AS "businessId", s.lead_id AS "leadId",
  s.from_number AS "fromNumber", s.wish, s.last_requested_time AS "lastRequestedTime", s.last_confirmed_time AS "lastConfirmedTime",
  s.last_appointment_id AS "lastAppointmentId", s.last_change AS "lastChange", s.errand,
  s.owner_node AS "ownerNode", s.lease_until AS "leaseUntil", s.epoch, s.outcome,
  s.streams, s.kind, s.confirmed_aloud_at AS "confirmedAloudAt", s.started_at AS "startedAt", s.ended_at AS "endedAt"`;
