import type { CallTools } from './call-tools.ts';
import type { Command } from './command.ts';
import { inBackground } from './in-background.ts';
import { moveAppointmentFromRealtime } from './move-appointment-from-realtime.ts';

/** Moves the appointment to the slot the caller agreed to. The ledger, and so the announcement, learns of it only from the row. */
export function moveAppointment(
  { request, appointment, slot }: Command<'cmd.moveAppointment'>,
  tools: CallTools,
): void {
  inBackground(tools, {
    name: 'move_appointment_from_realtime',
    failed: { type: 'booking.failed', request, reason: 'unavailable' },
    run: async () => {
      const { businessId, callSid, epoch, from: phone } = tools.call;
      const asked = { businessId, callSid, epoch, phone, appointment, slot, now: tools.now() };
      const result = await moveAppointmentFromRealtime(tools.database, asked);
      if (result.kind === 'fenced') return result;
      const outcome = result.kind === 'refused' ? result.reason : result.kind;
      tools.log.info('move_appointment_from_realtime', { result: outcome, ...slot });
      if (result.kind === 'gone') return tools.report({ type: 'booking.failed', request, reason: 'changed' });
      if (result.kind === 'refused') {
        const { reason, alternatives } = result;
        return tools.report({ type: 'booking.refused', request, slot, reason, alternatives });
      }
      tools.ledger.moved(result.appointment);
      tools.report({ type: 'booking.moved', request, appointmentId: result.appointment.id, slot });
    },
  });
}
