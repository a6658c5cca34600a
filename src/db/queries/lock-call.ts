import type { EntityManager } from 'typeorm';

/** Which call, and the epoch its node took it with. */
export interface OwnedCall {
  businessId: string;
  callSid: string;
  epoch: number;
}

/**
 * Keeps the call's row to the end of the transaction, so that a take-over waits for what is written now and sees it. `fenced` where
 * another node took the call already: then nothing may be written.
 */
export async function lockCall(
  manager: EntityManager,
  { businessId, callSid, epoch }: OwnedCall,
): Promise<'owned' | 'fenced'> {
  const rows = await manager.query<unknown[]>(
    'SELECT 1 FROM call_session WHERE business_id = $1 AND call_sid = $2 AND epoch = $3 FOR NO KEY UPDATE',
    [businessId, callSid, epoch],
  );
  return rows.length === 1 ? 'owned' : 'fenced';
}
