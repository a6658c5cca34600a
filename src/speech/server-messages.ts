import type { ServerNotice } from '../../machines/vocabulary.ts';
import type { Appointment } from '../db/appointment.ts';

/** The appointments of this call that are committed, by id: what may be announced. */
export type Ledger = ReadonlyMap<string, Appointment>;

/**
 * The words of a system item for the model (product.md §5). The only writer of "[SERVER] …".
 * Null where there is nothing true to say: an appointment that the ledger does not hold is never announced.
 */
export function serverMessage(notice: ServerNotice, ledger: Ledger): string | null {
  switch (notice.kind) {
    case 'slot_available':
      return `[SERVER] slot_available: ${notice.slot.date} ${notice.slot.time}`;
    case 'slot_unavailable':
      return `[SERVER] slot_unavailable: ${notice.slot.date} ${notice.slot.time}; reason: ${notice.reason}; alternatives: ${notice.alternatives.join(', ')}`;
    case 'appointment_created': {
      const appointment = ledger.get(notice.appointmentId);
      return appointment ? appointmentCreated(appointment) : null;
    }
    case 'appointment_failed':
      return `[SERVER] appointment_failed: ${JSON.stringify({ reason: notice.reason })}`;
    case 'resumed':
      return `[SERVER] resumed: ${JSON.stringify(known(notice))}`;
    case 'keypad_complete':
      return 'המתקשר הקיש מספר טלפון תקין והמערכת רשמה אותו. אשר בקצרה והמשך לדבר הבא שחסר.';
    case 'need_name':
    case 'need_phone':
    case 'need_date_time':
    case 'clarify':
    case 'not_booked':
    case 'reminder_scheduled':
      return `[SERVER] ${notice.kind}`;
  }
}

function appointmentCreated({ date, time, name }: Appointment): string {
  return `[SERVER] appointment_created: ${JSON.stringify({ server_event: 'appointment_created', date, time, name })}`;
}

function known({ wish, offered, appointment }: Extract<ServerNotice, { kind: 'resumed' }>) {
  return { name: wish.name, phone: wish.phone ? 'known' : null, offered, appointment: appointment?.slot ?? null };
}
