import type { CallTools } from './call-tools.ts';
import type { Command } from './command.ts';
import { holdSlot } from './hold-slot.ts';
import { inBackground } from './in-background.ts';

/** Looks whether the asked slot is free and holds it for this call, or says why not and what is near. */
export function holdAskedSlot({ request, slot, name, phone, moving }: Command<'cmd.holdSlot'>, tools: CallTools): void {
  const { businessId, callSid, epoch, leadId } = tools.call;
  inBackground(tools, {
    name: 'hold',
    failed: { type: 'slot.failed', request },
    run: async () => {
      const result = await holdSlot(tools.database, {
        businessId,
        callSid,
        epoch,
        leadId,
        slot,
        name,
        phone,
        moving: moving?.id ?? null,
        holdSeconds: tools.holdSeconds,
        now: tools.now(),
      });
      if (result.kind === 'fenced') return result;
      tools.log.info('slot_checked', { ...slot, result: result.kind === 'held' ? 'held' : result.reason });
      if (result.kind === 'held') return tools.report({ type: 'slot.held', request, slot });
      const { reason, alternatives } = result;
      tools.report({ type: 'slot.refused', request, slot, reason, alternatives });
    },
  });
}
