import type { CallTools } from './call-tools.ts';
import { cancelAppointmentFromRealtime } from './cancel-appointment-from-realtime.ts';
import type { Command } from './command.ts';
import { inBackground } from './in-background.ts';

/** Cancels the appointment the caller agreed to give up. The ledger, and so the announcement, learns of it only from the row. */
export function cancelAppointment({ request, appointment }: Command<'cmd.cancelAppointment'>, tools: CallTools): void {
  inBackground(tools, {
    name: 'cancel_appointment_from_realtime',
    failed: { type: 'booking.failed', request, reason: 'unavailable' },
    run: async () => {
      const { businessId, callSid, epoch, from: phone } = tools.call;
      const result = await cancelAppointmentFromRealtime(tools.database, {
        businessId,
        callSid,
        epoch,
        phone,
        appointment,
      });
      if (result.kind === 'fenced') return result;
      tools.log.info('cancel_appointment_from_realtime', { result: result.kind, ...appointment.slot });
      if (result.kind === 'gone') return tools.report({ type: 'booking.failed', request, reason: 'changed' });
      tools.ledger.cancelled(result.appointment);
      const { id, slot } = appointment;
      tools.report({ type: 'booking.cancelled', request, appointmentId: id, slot });
    },
  });
}
