import type { EntityManager } from 'typeorm';
import { CallSessionEntity } from '../entities/call-session.ts';
import type { CallSessionRow } from '../entities/call-session.ts';
import { given } from '../given.ts';

export interface CallSave {
  callSid: string;
  /** The epoch this node took the call with; an older one is fenced off. */
  epoch: number;
  patch: {
    [field in 'wish' | 'lastRequestedTime' | 'lastConfirmedTime' | 'lastAppointmentId' | 'leadId' | 'errand']?:
      CallSessionRow[field] | undefined;
  };
  /** Whether the caller has heard of the last change; the first time that they did stays. */
  announced?: 'told' | 'untold' | undefined;
  /** Renews the lease by so much. */
  leaseSeconds?: number;
}

export type SessionSave = 'saved' | 'fenced';

/** Writes what a call now knows; fields left out or undefined stay. `fenced`: another node has the call, or it is unknown. */
export async function saveCallSession(
  manager: EntityManager,
  businessId: string,
  { callSid, epoch, patch, announced, leaseSeconds }: CallSave,
): Promise<SessionSave> {
  const lease = leaseSeconds === undefined ? {} : { leaseUntil: () => 'now() + make_interval(secs => :leaseSeconds)' };
  const updated = await manager
    .createQueryBuilder()
    .update(CallSessionEntity)
    .set({ ...given(patch), epoch, ...told[announced ?? 'unsaid'], ...lease })
    .where({ businessId, callSid, epoch })
    .setParameter('leaseSeconds', leaseSeconds)
    .execute();
  return updated.affected === 1 ? 'saved' : 'fenced';
}

const told = {
  told: { confirmedAloudAt: () => 'COALESCE(confirmed_aloud_at, now())' },
  untold: { confirmedAloudAt: null },
  unsaid: {},
};
