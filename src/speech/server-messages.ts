import type { ServerNotice, Slot } from '../../machines/vocabulary.ts';
import type { Appointment } from '../db/appointment.ts';
import type { Ledger } from './ledger.ts';

/**
 * The words of a system item for the model (product.md §5). The only writer of "[SERVER] …".
 * Null where there is nothing true to say: what the ledger does not hold is never announced.
 */
export function serverMessage(notice: ServerNotice, ledger: Ledger): string | null {
  switch (notice.kind) {
    case 'slot_available':
      return `[SERVER] slot_available: ${slotText(notice.slot)}`;
    case 'slot_unavailable':
      return `[SERVER] slot_unavailable: ${slotText(notice.slot)}; reason: ${notice.reason}; alternatives: ${notice.alternatives.join(', ')}${waitlist(notice)}`;
    case 'appointment_created':
      return written(notice.kind, ledger.standing(notice.appointmentId));
    case 'appointment_moved':
      return written(notice.kind, ledger.movedTo(notice.appointmentId));
    case 'appointment_cancelled':
      return written(notice.kind, ledger.cancelledOne(notice.appointmentId));
    case 'appointment_found':
    case 'which_appointment':
    case 'move_or_another':
      return listed(notice.kind, notice.appointmentIds, ledger);
    case 'confirm_cancel':
      return listed(notice.kind, [notice.appointmentId], ledger);
    case 'waitlisted':
      return ledger.isWaitlisted(notice.date) ? `[SERVER] waitlisted: ${notice.date}` : null;
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
    case 'yes_or_no':
    case 'not_booked':
    case 'no_appointment':
    case 'reminder_scheduled':
      return `[SERVER] ${notice.kind}`;
  }
}

type Written = 'appointment_created' | 'appointment_moved' | 'appointment_cancelled';

function written(kind: Written, appointment: Appointment | null): string | null {
  if (appointment === null) return null;
  const { date, time, name } = appointment;
  return `[SERVER] ${kind}: ${JSON.stringify({ server_event: kind, date, time, name })}`;
}

function listed(kind: string, ids: readonly string[], ledger: Ledger): string | null {
  const standing = ids.map((id) => ledger.standing(id)).filter((one) => one !== null);
  return standing.length === 0 ? null : `[SERVER] ${kind}: ${standing.map(slotText).join(', ')}`;
}

const slotText = ({ date, time }: Slot): string => `${date} ${time}`;
const waitlist = ({ waitlist: day }: Extract<ServerNotice, { kind: 'slot_unavailable' }>): string =>
  day ? `; waitlist: ${day}` : '';

function known({ wish, errand, offered, appointment }: Extract<ServerNotice, { kind: 'resumed' }>) {
  const about = errand === null ? {} : { errand };
  return {
    name: wish.name,
    phone: wish.phone ? 'known' : null,
    offered,
    appointment: appointment?.slot ?? null,
    ...about,
  };
}
