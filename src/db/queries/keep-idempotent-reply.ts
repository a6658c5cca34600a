import type { EntityManager } from 'typeorm';

/** Keeps what a request was answered, in the transaction that did its work. */
export async function keepIdempotentReply(
  manager: EntityManager,
  businessId: string,
  { key, reply }: { key: string; reply: object },
): Promise<void> {
  await manager.query('UPDATE idempotency_key SET reply = $3 WHERE business_id = $1 AND key = $2', [
    businessId,
    key,
    JSON.stringify(reply),
  ]);
}
