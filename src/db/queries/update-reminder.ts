import type { EntityManager } from 'typeorm';
import type { ReminderRow } from '../entities/reminder.ts';
import { ReminderEntity } from '../entities/reminder.ts';

/** Writes where a reminder stands; one that is pending again, or due at another time, gets its job by that. */
export async function updateReminder(
  manager: EntityManager,
  businessId: string,
  { reminderId, ...change }: { reminderId: string } & Partial<Pick<ReminderRow, 'status' | 'dueAt'>>,
): Promise<void> {
  await manager.update(ReminderEntity, { businessId, id: reminderId }, change);
}
