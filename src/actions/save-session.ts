import type { Slot } from '../../machines/vocabulary.ts';
import { enrichLead } from '../db/queries/enrich-lead.ts';
import { saveCallSession } from '../db/queries/save-call-session.ts';
import type { CallTools } from './call-tools.ts';
import type { Command } from './command.ts';
import { inBackground } from './in-background.ts';
import { slotStart } from './slot-start.ts';

const LEASE_SECONDS = 60;

/** Writes what the call knows to its row, so that another stream or node can go on from there. */
export function saveSession(command: Command<'cmd.saveSession'>, tools: CallTools): void {
  const { businessId, callSid, epoch, leadId, schedule } = tools.call;
  const { wish, requested, confirmed } = command;
  const startOf = (slot: Slot | null) => (slot ? slotStart(slot, schedule.timezone) : undefined);
  inBackground(tools, {
    name: 'save_session',
    run: () =>
      tools.database.inBusiness(businessId, async (manager) => {
        await saveCallSession(manager, businessId, {
          callSid,
          epoch,
          patch: { wish, lastRequestedTime: startOf(requested), lastConfirmedTime: startOf(confirmed) },
          leaseSeconds: LEASE_SECONDS,
        });
        await enrichLead(manager, businessId, { leadId, wish, name: wish.name ?? undefined });
      }),
  });
}
