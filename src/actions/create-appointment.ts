import type { CallTools } from './call-tools.ts';
import type { Command } from './command.ts';
import { createAppointmentFromRealtime } from './create-appointment-from-realtime.ts';
import { inBackground } from './in-background.ts';

/** Writes the appointment the caller agreed to. The ledger, and so the announcement, learns of it only from the row. */
export function createAppointment(command: Command<'cmd.createAppointment'>, tools: CallTools): void {
  const { request, slot, name, phone } = command;
  const { businessId, callSid, epoch, leadId } = tools.call;
  inBackground(tools, {
    name: 'create_appointment_from_realtime',
    failed: { type: 'booking.failed', request, reason: 'unavailable' },
    run: async () => {
      const result = await createAppointmentFromRealtime(tools.database, {
        businessId,
        callSid,
        epoch,
        leadId,
        slot,
        name,
        phone,
        now: tools.now(),
      });
      if (result.kind === 'fenced') return result;
      const outcome = result.kind === 'created' ? 'success' : result.reason;
      tools.telemetry.booked(outcome);
      tools.log.info('create_appointment_from_realtime', { result: outcome, ...slot });
      if (result.kind === 'refused') {
        const { reason, alternatives } = result;
        return tools.report({ type: 'booking.refused', request, slot, reason, alternatives });
      }
      const { appointment } = result;
      tools.ledger.booked(appointment);
      tools.report({ type: 'booking.created', request, appointmentId: appointment.id, slot });
    },
  });
}
