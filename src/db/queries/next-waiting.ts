import type { EntityManager } from 'typeorm';
import type { WaitlistRow } from '../entities/waitlist.ts';
import { waitlistColumns } from '../waitlist-columns.ts';

export interface FreeTime {
  /** `YYYY-MM-DD` in the business's zone. */
  date: string;
  /** Whoever gave it up. */
  exceptLead: string;
  /** The key of the messages that tell of it: whom one of them could not reach is passed over. */
  onceKey: string;
}

/** Who waits longest for a day, was told of nothing and is about to be told of nothing, kept from others until the transaction ends. */
export async function nextWaiting(
  manager: EntityManager,
  businessId: string,
  { date, exceptLead, onceKey }: FreeTime,
): Promise<WaitlistRow | null> {
  const [first] = await manager.query<WaitlistRow[]>(
    `SELECT ${waitlistColumns} FROM waitlist w
     WHERE w.business_id = $1 AND w.date = $2 AND w.told_at IS NULL AND w.message_id IS NULL AND w.lead_id <> $3
       AND NOT EXISTS (SELECT FROM message m
         WHERE m.business_id = w.business_id AND m.once_key = $4 AND m.lead_id = w.lead_id AND m.status = 'failed')
     ORDER BY w.created_at, w.id LIMIT 1 FOR UPDATE`,
    [businessId, date, exceptLead, onceKey],
  );
  return first ?? null;
}
