import { findCallersAppointments } from '../db/queries/find-callers-appointments.ts';
import { retrying } from '../db/retrying.ts';
import type { CallTools } from './call-tools.ts';
import type { Command } from './command.ts';
import { inBackground } from './in-background.ts';
import { bookedSlot } from './open-call.ts';

/** Looks up the caller's own coming appointments. Who they are, the number of the call alone says. */
export function findAppointments({ request }: Command<'cmd.findAppointments'>, tools: CallTools): void {
  inBackground(tools, {
    name: 'find_appointments',
    failed: { type: 'lookup.failed', request },
    run: async () => {
      const { businessId, callSid, from } = tools.call;
      const found = await retrying(tools.database, businessId, (manager) =>
        findCallersAppointments(manager, businessId, { phone: from, callSid }),
      );
      tools.ledger.found(found);
      tools.log.info('appointments_looked_up', { found: found.length });
      tools.report({ type: 'lookup.found', request, appointments: found.map(bookedSlot) });
    },
  });
}
