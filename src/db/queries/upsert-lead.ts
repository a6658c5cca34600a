import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LeadRow } from '../entities/lead.ts';
import { leadColumns } from '../lead-columns.ts';

export interface LeadIdentity {
  /** E.164; null for a withheld number. */
  phone: string | null;
  /** The call it came by; null for one entered by hand. */
  callSid: string | null;
  name?: string | null;
  /** A rehearsal: who plays the caller is nobody's lead, and is kept apart under the name of the call. */
  isTrial?: boolean;
}

/** The lead of this phone number, made if new. A name given now wins; anonymous callers are one lead a call. */
export async function upsertLead(manager: EntityManager, businessId: string, identity: LeadIdentity): Promise<LeadRow> {
  const { phone, callSid, name = null, isTrial = false } = identity;
  const nobody = `${isTrial ? 'trial' : 'anonymous'}:${callSid ?? randomUUID()}`;
  const [lead] = await manager.query<LeadRow[]>(
    `INSERT INTO lead AS l (business_id, phone, name, last_call_at)
     VALUES ($1, $2, $3, CASE WHEN $4::boolean THEN now() END)
     ON CONFLICT (business_id, phone) DO UPDATE
       SET name = COALESCE(EXCLUDED.name, l.name), last_call_at = COALESCE(EXCLUDED.last_call_at, l.last_call_at), updated_at = now()
     RETURNING ${leadColumns}`,
    [businessId, phone ?? nobody, name, callSid !== null],
  );
  if (lead === undefined) throw new Error('an upsert returned no row');
  return lead;
}
