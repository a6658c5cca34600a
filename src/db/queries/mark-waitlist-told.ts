import type { EntityManager } from 'typeorm';

/** Notes that somebody on the waitlist was told of a free time. False where they left, or were told before. */
export async function markWaitlistTold(manager: EntityManager, businessId: string, entryId: string): Promise<boolean> {
  const [, told] = await manager.query<[unknown[], number]>(
    'UPDATE waitlist SET told_at = now() WHERE business_id = $1 AND id = $2 AND told_at IS NULL',
    [businessId, entryId],
  );
  return told === 1;
}
