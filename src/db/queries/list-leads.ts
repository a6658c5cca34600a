import type { EntityManager } from 'typeorm';
import type { LeadRow } from '../entities/lead.ts';
import { leadColumns } from '../lead-columns.ts';
import type { Page } from '../page.ts';

export interface LeadQuery extends Page {
  /** Part of a name, or digits of a phone number however they are written. */
  q?: string | undefined;
  outcome?: string | undefined;
  followUp?: 'true' | 'false' | undefined;
}

/** Leads of a business, who called last first (by hand: who was entered last); those of trial calls are nobody. */
export function listLeads(
  manager: EntityManager,
  businessId: string,
  { q, outcome, followUp, limit, offset = 0 }: LeadQuery,
): Promise<LeadRow[]> {
  return manager.query<LeadRow[]>(
    `SELECT ${leadColumns} FROM lead l
     WHERE l.business_id = $1 AND l.phone NOT LIKE 'trial:%'
       AND ($2::text IS NULL OR position(lower($2) IN lower(l.name)) > 0 OR position($3 IN l.phone) > 0)
       AND ($4::text IS NULL OR l.outcome = $4)
       AND ($5::text IS NULL OR ($5 = 'true') = (l.follow_up IS NOT NULL))
     ORDER BY COALESCE(l.last_call_at, l.created_at) DESC, l.id LIMIT $6 OFFSET $7`,
    [businessId, q, q === undefined ? null : phoneDigits(q), outcome, followUp, limit, offset],
  );
}

const FEWEST_DIGITS = 3;

/** `050-123` as stored numbers hold it: 50123. Null where it cannot be meant as a number. */
function phoneDigits(text: string): string | null {
  const plain = text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  if (/\p{L}/u.test(plain)) return null;
  const digits = plain.replaceAll(/\D/g, '').replace(/^0+/, '');
  return digits.length < FEWEST_DIGITS ? null : digits;
}
