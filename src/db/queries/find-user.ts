import type { EntityManager } from 'typeorm';
import { ConsoleUserEntity } from '../entities/console-user.ts';
import type { ConsoleUserRow } from '../entities/console-user.ts';

/** One user, by id or by address. Runs `anywhere`. */
export function findUser(
  manager: EntityManager,
  by: { id: string } | { email: string },
): Promise<ConsoleUserRow | null> {
  return manager.findOneBy(ConsoleUserEntity, by);
}
