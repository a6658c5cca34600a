import type { EntityManager } from 'typeorm';

/** Since when the business has the calendar address it has now; null where it has none. */
export async function calendarFeedSince(manager: EntityManager, businessId: string): Promise<Date | null> {
  const [row] = await manager.query<{ createdAt: Date }[]>(
    'SELECT created_at AS "createdAt" FROM calendar_feed WHERE business_id = $1',
    [businessId],
  );
  return row?.createdAt ?? null;
}
