import type { EntityManager } from 'typeorm';
import { ConsoleUserEntity } from '../entities/console-user.ts';
import type { ConsoleUserRow } from '../entities/console-user.ts';
import type { Page } from '../page.ts';

/** Everybody who may open the console, oldest first. Runs `anywhere`. */
export function listUsers(manager: EntityManager, { limit, offset = 0 }: Page): Promise<ConsoleUserRow[]> {
  return manager.find(ConsoleUserEntity, { order: { createdAt: 'ASC', id: 'ASC' }, take: limit, skip: offset });
}
