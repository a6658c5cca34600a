import type { EntityManager } from 'typeorm';
import { sqlState } from '../database-fault.ts';
import { ConsoleUserEntity } from '../entities/console-user.ts';
import type { ConsoleUserRow } from '../entities/console-user.ts';

export type NewUserRow = Pick<
  ConsoleUserRow,
  'email' | 'name' | 'role' | 'businessId' | 'passwordHash' | 'firstPasswordUntil'
>;
export type UserWrite =
  { kind: 'written'; user: ConsoleUserRow } | { kind: 'emailTaken' } | { kind: 'unknownBusiness' };

/** Makes a user. Runs `anywhere`. */
export function insertUser(manager: EntityManager, user: NewUserRow): Promise<UserWrite> {
  return orRefused(() => manager.transaction((savepoint) => savepoint.save(ConsoleUserEntity, { ...user })));
}

/** Two writes that the constraints may refuse. For `insertUser` and `updateUser` alone. */
export async function orRefused(write: () => Promise<ConsoleUserRow>): Promise<UserWrite> {
  try {
    return { kind: 'written', user: await write() };
  } catch (error) {
    if (sqlState(error) === '23505') return { kind: 'emailTaken' };
    if (sqlState(error) === '23503') return { kind: 'unknownBusiness' };
    throw error;
  }
}
