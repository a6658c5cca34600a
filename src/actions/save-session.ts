import type { BookedSlot, Errand, Slot } from '../../machines/vocabulary.ts';
import type { CallErrand } from '../db/entities/call-change.ts';
import { inCall } from '../db/in-call.ts';
import { enrichLead } from '../db/queries/enrich-lead.ts';
import { saveCallSession } from '../db/queries/save-call-session.ts';
import type { CallTools } from './call-tools.ts';
import type { OpenedCall } from './open-call.ts';
import type { Command } from './command.ts';
import { inBackground } from './in-background.ts';
import { slotStart } from './slot-start.ts';

/** Writes what the call knows to its row, so that another stream or node can go on from there. */
export function saveSession(command: Command<'cmd.saveSession'>, tools: CallTools): void {
  const { businessId, callSid, epoch, leadId, schedule } = tools.call;
  const { wish, requested, confirmed, announced, errand, meant } = command;
  const startOf = (slot: Slot | null) => (slot ? slotStart(slot, schedule.timezone) : undefined);
  const save = () =>
    inCall(tools.database, tools.call, async (manager) => {
      await saveCallSession(manager, businessId, {
        callSid,
        epoch,
        patch: {
          wish,
          lastRequestedTime: startOf(requested),
          lastConfirmedTime: startOf(confirmed),
          errand: errandOf(errand, meant),
        },
        announced,
      });
      await enrichLead(manager, businessId, { leadId, wish, name: wish.name ?? undefined });
    });
  inBackground(tools, { name: 'save_session', run: () => afterEarlier(tools.call, save) });
}

/* The other errands end with the answer to them: there is nothing to go on with. */
const errandOf = (kind: Errand | null, meant: BookedSlot | null): CallErrand | null =>
  kind === 'move' || kind === 'cancel' ? { kind, appointmentId: meant?.id ?? null } : null;

/** Resolves when the last of it is written, or was given up. */
export async function sessionSaved(call: OpenedCall): Promise<void> {
  await Promise.allSettled([latest.get(call)]);
}

const latest = new WeakMap<OpenedCall, Promise<unknown>>();

/** What is known later is written later, whichever connection of the pool is faster. */
function afterEarlier<T>(call: OpenedCall, save: () => Promise<T>): Promise<T> {
  const saved = (latest.get(call) ?? Promise.resolve()).then(save, save);
  latest.set(call, saved);
  return saved;
}
