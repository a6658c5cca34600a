import type { EntityManager } from 'typeorm';

export interface SentKey {
  key: string;
  /** Of the request it came with: the same key with another request is a mistake. */
  fingerprint: string;
}

export type KeyClaim = { kind: 'first' } | { kind: 'repeated'; reply: unknown } | { kind: 'otherRequest' };

/** Keys are forgotten after a day. */
const KEPT = `interval '24 hours'`;

/** Takes a key for this transaction; one that another request has under way is waited for. */
export async function claimIdempotencyKey(
  manager: EntityManager,
  businessId: string,
  { key, fingerprint }: SentKey,
): Promise<KeyClaim> {
  await manager.query(`DELETE FROM idempotency_key WHERE business_id = $1 AND created_at < now() - ${KEPT}`, [
    businessId,
  ]);
  const claimed = await manager.query<unknown[]>(
    `INSERT INTO idempotency_key (business_id, key, fingerprint) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key`,
    [businessId, key, fingerprint],
  );
  if (claimed.length > 0) return { kind: 'first' };
  const [before] = await manager.query<{ fingerprint: string; reply: unknown }[]>(
    'SELECT fingerprint, reply FROM idempotency_key WHERE business_id = $1 AND key = $2',
    [businessId, key],
  );
  return before?.fingerprint === fingerprint ? { kind: 'repeated', reply: before.reply } : { kind: 'otherRequest' };
}
