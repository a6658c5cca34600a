import type { LeadRow } from '../../db/entities/lead.ts';
import { knownPhone } from './phone.ts';

/** A lead; the number is null for a caller who withheld it. */
export function presentLead(row: LeadRow) {
  const { id, businessId, name, wish, outcome, summary, followUp, notes } = row;
  return {
    id,
    businessId,
    phone: knownPhone(row.phone),
    name,
    wish,
    outcome,
    summary,
    followUp,
    notes,
    lastCallAt: row.lastCallAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
