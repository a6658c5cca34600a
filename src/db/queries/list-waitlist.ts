import type { EntityManager } from 'typeorm';
import type { WaitlistRow } from '../entities/waitlist.ts';
import type { Page } from '../page.ts';
import { waitlistColumns } from '../waitlist-columns.ts';

export interface WaitlistQuery extends Page {
  /** Wall-clock date in the business's zone. */
  date?: string | undefined;
  /** The first date that is listed. */
  fromDate?: string | undefined;
  status?: 'waiting' | 'told' | undefined;
}

/** The waitlist of a business, day by day, who came first first. */
export function listWaitlist(
  manager: EntityManager,
  businessId: string,
  { date, fromDate, status, limit, offset = 0 }: WaitlistQuery,
): Promise<WaitlistRow[]> {
  return manager.query<WaitlistRow[]>(
    `SELECT ${waitlistColumns} FROM waitlist w
     WHERE w.business_id = $1 AND ($2::date IS NULL OR w.date = $2)
       AND ($3::text IS NULL OR ($3 = 'told') = (w.told_at IS NOT NULL)) AND ($4::date IS NULL OR w.date >= $4)
     ORDER BY w.date, w.created_at, w.id LIMIT $5 OFFSET $6`,
    [businessId, date ?? null, status ?? null, fromDate ?? null, limit, offset],
  );
}
