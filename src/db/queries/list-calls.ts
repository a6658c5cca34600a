import type { EntityManager } from 'typeorm';
import type { CallSessionRow } from '../entities/call-session.ts';
import { callSessionColumns } from '../call-session-columns.ts';
import type { Page } from '../page.ts';

export interface CallFilter {
  live?: 'only' | 'ended' | undefined;
  kind?: string | undefined;
  outcome?: string | undefined;
  /** Dates in the zone of the call's business, both included. */
  from?: string | undefined;
  to?: string | undefined;
  leadId?: string | undefined;
  /** Part of the caller's name or number, or the CallSid. */
  q?: string | undefined;
}

/** Digits of a search, without the 0 that stands for the country. */
const digitsOf = (q: string): string => q.replaceAll(/\D/g, '').replace(/^0/, '');

function filterValues({ kind, outcome, from, to, q, leadId }: CallFilter): (string | null)[] {
  return [kind ?? null, outcome ?? null, from ?? null, to ?? null, q ?? null, digitsOf(q ?? ''), leadId ?? null];
}

/** Calls of one business, or of all where `businessId` is null (then it runs `anywhere`), newest first. */
export function listCalls(
  manager: EntityManager,
  businessId: string | null,
  { limit, offset = 0, ...wanted }: Page & CallFilter,
): Promise<CallSessionRow[]> {
  return manager.query<CallSessionRow[]>(
    `SELECT ${callSessionColumns} FROM call_session s JOIN business b ON b.id = s.business_id
     LEFT JOIN lead l ON l.id = s.lead_id AND l.business_id = s.business_id
     WHERE ($1::uuid IS NULL OR s.business_id = $1)
       AND ($2::text IS NULL OR ($2 = 'only') = (s.ended_at IS NULL))
       AND ($5::text IS NULL OR s.kind = $5) AND ($6::text IS NULL OR s.outcome = $6)
       AND ($7::date IS NULL OR (s.started_at AT TIME ZONE b.timezone)::date >= $7)
       AND ($8::date IS NULL OR (s.started_at AT TIME ZONE b.timezone)::date <= $8)
       AND ($9::text IS NULL OR s.call_sid = $9 OR position(lower($9) IN lower(concat_ws(' ', l.name, s.wish ->> 'name'))) > 0
         OR ($10 <> '' AND position($10 IN COALESCE(s.from_number, '')) > 0))
       AND ($11::uuid IS NULL OR s.lead_id = $11)
     ORDER BY s.started_at DESC, s.call_sid LIMIT $3 OFFSET $4`,
    [businessId, wanted.live ?? null, limit, offset, ...filterValues(wanted)],
  );
}
