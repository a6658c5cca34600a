/** Columns of `waitlist w`, named as `WaitlistRow` has them. */
export const waitlistColumns = `w.id, w.business_id AS "businessId", w.lead_id AS "leadId", w.call_sid AS "callSid",
  to_char(w.date, 'YYYY-MM-DD') AS date, w.name, w.phone, w.told_at AS "toldAt", w.created_at AS "createdAt"`;
