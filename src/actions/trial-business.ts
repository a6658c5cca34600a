import type { Database } from '../db/database.ts';
import { cancelCallAppointments } from '../db/queries/cancel-call-appointments.ts';
import { loadDraft } from '../db/queries/load-draft.ts';
import type { OpenedCall } from './open-call.ts';
import { trialOf } from './trial-call.ts';

/** A trial call of the draft is held by the draft's words and hours, where there is one. */
export async function withDraft(database: Database, opened: OpenedCall): Promise<OpenedCall> {
  if (trialOf(opened.callSid)?.on !== 'draft') return opened;
  const { businessId, schedule } = opened;
  const draft = await database.inBusiness(businessId, (manager) => loadDraft(manager, businessId));
  if (draft === null) return opened;
  const { aiPrompt, settings } = draft;
  return { ...opened, callPrompt: aiPrompt.calls, schedule: { ...schedule, ...settings } };
}

/** What a trial call has booked is real while it lasts; then it is given back, so that nobody's diary is full of trials. */
export async function giveBackTrial(database: Database, { businessId, callSid }: OpenedCall): Promise<void> {
  if (trialOf(callSid) === null) return;
  await database.inBusiness(businessId, (manager) => cancelCallAppointments(manager, businessId, callSid));
}
