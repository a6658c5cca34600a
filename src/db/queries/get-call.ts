import type { EntityManager } from 'typeorm';
import { CallSessionEntity } from '../entities/call-session.ts';
import type { CallSessionRow } from '../entities/call-session.ts';

/** One call of this business. */
export function getCall(manager: EntityManager, businessId: string, callSid: string): Promise<CallSessionRow | null> {
  return manager.findOneBy(CallSessionEntity, { businessId, callSid });
}
