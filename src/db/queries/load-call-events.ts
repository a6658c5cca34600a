import type { EntityManager } from 'typeorm';
import { CallEventEntity } from '../entities/call-event.ts';
import type { CallEventRow } from '../entities/call-event.ts';

/** All recorded facts of a call, in order. */
export function loadCallEvents(manager: EntityManager, businessId: string, callSid: string): Promise<CallEventRow[]> {
  return manager.find(CallEventEntity, { where: { businessId, callSid }, order: { seq: 'ASC' } });
}
