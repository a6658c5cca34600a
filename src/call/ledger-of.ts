import type { OpenedCall } from '../actions/open-call.ts';
import { Ledger } from '../speech/ledger.ts';

/** What a call may speak of from its first moment: the rows an earlier stream or node of it left, none for one that begins. */
export function ledgerOf({ callSid, appointment, earlier }: OpenedCall): Ledger {
  const ledger = new Ledger(callSid);
  if (earlier?.meant) ledger.booked(earlier.meant);
  if (appointment) ledger.booked(appointment);
  if (earlier?.change?.kind === 'appointment_moved') ledger.moved(earlier.change.appointment);
  if (earlier?.change?.kind === 'appointment_cancelled') ledger.cancelled(earlier.change.appointment);
  return ledger;
}
