import type { EntityManager } from 'typeorm';
import { ConsoleUserEntity } from '../entities/console-user.ts';
import type { ConsoleUserRow } from '../entities/console-user.ts';
import { given } from '../given.ts';
import { orRefused } from './insert-user.ts';
import type { UserWrite } from './insert-user.ts';

type Changing = 'email' | 'name' | 'role' | 'businessId' | 'active' | 'passwordHash' | 'firstPasswordUntil';

export type UserPatch = {
  [field in Changing]?: ConsoleUserRow[field] | undefined;
};

/** Changes a user; fields left out or undefined stay. Runs `anywhere`. */
export function updateUser(manager: EntityManager, user: ConsoleUserRow, patch: UserPatch): Promise<UserWrite> {
  const changed = { ...user, ...given(patch), updatedAt: new Date() };
  return orRefused(() => manager.transaction((savepoint) => savepoint.save(ConsoleUserEntity, changed)));
}
