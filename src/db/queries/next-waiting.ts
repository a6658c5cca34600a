import type { EntityManager } from 'typeorm';
import type { WaitlistRow } from '../entities/waitlist.ts';
import { waitlistColumns } from '../waitlist-columns.ts';

/** Who waits longest for a day, was told of nothing and is about to be told of nothing, kept from others until the transaction ends; never the one who gave the time up. */
export async function nextWaiting(
  manager: EntityManager,
  businessId: string,
  { date, exceptLead }: { date: string; exceptLead: string },
): Promise<WaitlistRow | null> {
  const [first] = await manager.query<WaitlistRow[]>(
    `SELECT ${waitlistColumns} FROM waitlist w
     WHERE w.business_id = $1 AND w.date = $2 AND w.told_at IS NULL AND w.message_id IS NULL AND w.lead_id <> $3
     ORDER BY w.created_at, w.id LIMIT 1 FOR UPDATE`,
    [businessId, date, exceptLead],
  );
  return first ?? null;
}
