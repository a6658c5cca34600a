import type { CallInput, CallLimits } from '../../machines/vocabulary.ts';
import { announcementOf } from '../actions/earlier-call.ts';
import { bookedSlot } from '../actions/open-call.ts';
import type { OpenedCall } from '../actions/open-call.ts';

/** What the machine starts with: for a call that another stream or node began, what its row knows. */
export function callInput(opened: OpenedCall, limits: CallLimits): CallInput {
  const { callSid, businessId, callerPhone, wish, earlier } = opened;
  const known = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== null));
  return {
    callSid,
    businessId,
    callerPhone,
    wish: known,
    appointment: opened.appointment && bookedSlot(opened.appointment),
    ...(earlier
      ? {
          begins: 'resumed',
          offered: earlier.offered,
          errand: earlier.errand,
          meant: earlier.meant && bookedSlot(earlier.meant),
          announcement: earlier.change && announcementOf(earlier.change),
          announced: earlier.announced,
        }
      : { begins: 'fresh' }),
    limits,
  };
}
