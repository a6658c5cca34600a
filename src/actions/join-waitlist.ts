import { inCall } from '../db/in-call.ts';
import { joinWaitlist as writeEntry } from '../db/queries/join-waitlist.ts';
import type { CallTools } from './call-tools.ts';
import type { Command } from './command.ts';
import { inBackground } from './in-background.ts';

/** Puts the caller on the waitlist of a full day. The ledger learns of it only after the row. */
export function joinWaitlist({ request, date, name, phone }: Command<'cmd.joinWaitlist'>, tools: CallTools): void {
  inBackground(tools, {
    name: 'join_waitlist',
    failed: { type: 'waitlist.failed', request },
    run: async () => {
      const { businessId, callSid, leadId } = tools.call;
      const joined = await inCall(tools.database, tools.call, (manager) =>
        writeEntry(manager, businessId, { leadId, callSid, date, phone, name }),
      );
      if ('kind' in joined) return joined;
      tools.ledger.waitlisted(joined.entry.date);
      tools.log.info('waitlist_joined', { date });
      return tools.report({ type: 'waitlist.joined', request, date });
    },
  });
}
