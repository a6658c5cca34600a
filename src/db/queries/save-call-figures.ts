import type { EntityManager } from 'typeorm';

/** What a call measured of itself, in milliseconds. */
export interface CallFigures {
  answersMs: readonly number[];
  bargeInsMs: readonly number[];
  deadAirs: number;
}

/** Keeps the figures of a call that has ended. */
export async function saveCallFigures(
  manager: EntityManager,
  businessId: string,
  { callSid, figures }: { callSid: string; figures: CallFigures },
): Promise<void> {
  await manager.query('UPDATE call_session SET figures = $3 WHERE business_id = $1 AND call_sid = $2', [
    businessId,
    callSid,
    JSON.stringify(figures),
  ]);
}
