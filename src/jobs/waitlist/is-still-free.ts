import type { EntityManager } from 'typeorm';
import { checkSlot } from '../../booking/availability.ts';
import type { Schedule } from '../../booking/schedule.ts';
import { DAY_MS } from '../../booking/wall-clock.ts';
import { busyRanges } from '../../db/queries/busy-ranges.ts';
import { wallClock } from '../../db/wall-clock.ts';

/** Whether a time that became free can still be booked by whoever hears of it. */
export async function isStillFree(
  manager: EntityManager,
  schedule: Schedule,
  { businessId, startsAt, now }: { businessId: string; startsAt: Date; now: number },
): Promise<boolean> {
  const around = { from: startsAt.getTime() - DAY_MS, until: startsAt.getTime() + DAY_MS };
  const busy = await busyRanges(manager, businessId, around);
  return checkSlot({ schedule, busy, now, ...wallClock(startsAt, schedule.timezone) }).status === 'available';
}
