import type { EntityManager } from 'typeorm';

/** How a call is about to end. It goes on being this node's until it is closed, but no stream comes in any more. */
export async function announceEnd(
  manager: EntityManager,
  businessId: string,
  { callSid, epoch, outcome }: { callSid: string; epoch: number; outcome: string },
): Promise<void> {
  await manager.query(
    `UPDATE call_session SET outcome = $4
     WHERE business_id = $1 AND call_sid = $2 AND epoch = $3 AND ended_at IS NULL AND outcome IS NULL`,
    [businessId, callSid, epoch, outcome],
  );
}
