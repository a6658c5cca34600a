import type { EntityManager } from 'typeorm';

/** Whether anybody was ever given a way in of their own. Runs `anywhere`. */
export async function hasUsers(manager: EntityManager): Promise<boolean> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM console_user LIMIT 1');
  return rows.length > 0;
}
