/** Columns of `lead l`, named as `LeadRow` has them. */
export const leadColumns = `l.id, l.business_id AS "businessId", l.phone, l.name, l.wish, l.outcome, l.summary, l.follow_up AS "followUp", l.notes,
  l.last_call_at AS "lastCallAt", l.created_at AS "createdAt", l.updated_at AS "updatedAt"`;
