import type { CallTools } from './call-tools.ts';
import type { Command } from './command.ts';
import { inBackground } from './in-background.ts';
import { scheduleReminder } from './schedule-reminder.ts';

/** Puts the reminder into the queue; it is sent after the call. */
export function remindLater({ request, appointmentId }: Command<'cmd.scheduleReminder'>, tools: CallTools): void {
  inBackground(tools, {
    name: 'schedule_reminder',
    failed: { type: 'reminder.failed', request },
    run: async () => {
      const { businessId } = tools.call;
      const result = await scheduleReminder(tools.database, {
        businessId,
        appointmentId,
        call: tools.call,
        now: tools.now(),
      });
      if (result.kind === 'fenced') return result;
      const type = result.kind === 'scheduled' ? 'reminder.scheduled' : 'reminder.failed';
      return tools.report({ type, request });
    },
  });
}
