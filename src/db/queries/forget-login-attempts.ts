import type { EntityManager } from 'typeorm';

/** A right password gives the account its tries back, and the address this one. Runs `anywhere`. */
export async function forgetLoginAttempts(
  manager: EntityManager,
  { account, address, at }: { account: string | null; address: string; at: Date },
): Promise<void> {
  await manager.query('DELETE FROM login_attempt WHERE subject = $1', [account]);
  await manager.query('DELETE FROM login_attempt WHERE subject = $1 AND at = $2', [address, at]);
}
