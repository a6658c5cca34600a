import type { BookedSlot } from '../../machines/vocabulary.ts';
import type { CancelledAppointment } from '../db/appointment.ts';
import type { Database } from '../db/database.ts';
import { inCall } from '../db/in-call.ts';
import type { Fenced } from '../db/in-call.ts';
import { cancelAppointment, isCancelled } from '../db/queries/cancel-appointment.ts';
import { findCallersAppointment } from '../db/queries/find-callers-appointments.ts';
import type { CallerOfACall } from '../db/queries/find-callers-appointments.ts';
import { lockMoves } from '../db/queries/lock-moves.ts';
import { markChangedInCall } from '../db/queries/mark-changed-in-call.ts';
import { recordChange } from '../db/queries/record-change.ts';

export interface CancelRequest extends CallerOfACall {
  businessId: string;
  /** The epoch the call was taken with; left out where no node has the call. */
  epoch?: number | undefined;
  /** As it was named to the caller, who said yes to that and to nothing else. */
  appointment: BookedSlot;
}

/** `gone`: it is not theirs, or does not stand any more where the caller was told. */
export type CancelResult = { kind: 'cancelled'; appointment: CancelledAppointment } | { kind: 'gone' } | Fenced;

/**
 * Cancels an appointment of whoever is on the call. Asked again, also after a lost answer, it gives the same row.
 * Throws `database_unavailable`; then it may or may not be cancelled: ask again.
 */
export function cancelAppointmentFromRealtime(database: Database, request: CancelRequest): Promise<CancelResult> {
  const { businessId, callSid, appointment } = request;
  const { id: appointmentId, slot } = appointment;
  return inCall<CancelResult>(database, request, async (manager) => {
    await lockMoves(manager, businessId);
    const own = await findCallersAppointment(manager, businessId, { ...request, appointmentId });
    if (own?.date !== slot.date || own.time !== slot.time) return { kind: 'gone' };
    const cancelled = await cancelAppointment(manager, businessId, appointmentId);
    if (own.status === 'confirmed') await markChangedInCall(manager, businessId, { appointmentId, callSid });
    if (!isCancelled(cancelled)) return { kind: 'gone' };
    const change = { kind: 'appointment_cancelled', appointmentId, at: own.startsAt.toISOString() } as const;
    await recordChange(manager, businessId, { callSid, change });
    return { kind: 'cancelled', appointment: cancelled };
  });
}
