import type { EntityManager } from 'typeorm';
import type { WaitlistRow } from '../entities/waitlist.ts';
import { normalizePhone } from '../phone-number.ts';
import { waitlistColumns } from '../waitlist-columns.ts';

export interface Waiting {
  leadId: string;
  /** The call it was asked in; null for one entered by hand. */
  callSid: string | null;
  /** `YYYY-MM-DD` in the business's zone. */
  date: string;
  phone: string;
  name: string;
}

export interface WaitlistJoin {
  entry: WaitlistRow;
  repeated: 'first' | 'again';
}

/** Puts somebody on the waitlist of a day. The same phone and day again is the same entry, waiting anew if it was told before. */
export async function joinWaitlist(
  manager: EntityManager,
  businessId: string,
  { leadId, callSid, date, phone, name }: Waiting,
): Promise<WaitlistJoin> {
  const [row] = await manager.query<(WaitlistRow & { isNew: boolean })[]>(
    `INSERT INTO waitlist AS w (business_id, lead_id, call_sid, date, phone, name) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (business_id, phone, date) DO UPDATE
       SET lead_id = EXCLUDED.lead_id, call_sid = EXCLUDED.call_sid, told_at = NULL,
           message_id = CASE WHEN w.told_at IS NULL THEN w.message_id END,
           name = COALESCE(NULLIF(EXCLUDED.name, ''), w.name)
     RETURNING ${waitlistColumns}, xmax = 0 AS "isNew"`,
    [businessId, leadId, callSid, date, normalizePhone(phone) ?? phone, name],
  );
  if (row === undefined) throw new Error('an upsert returned no row');
  const { isNew, ...entry } = row;
  return { entry, repeated: isNew ? 'first' : 'again' };
}
