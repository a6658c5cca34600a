import type { EntityManager } from 'typeorm';
import type { Announcement, Errand, Slot } from '../../machines/vocabulary.ts';
import type { Appointment, CancelledAppointment, MovedAppointment } from '../db/appointment.ts';
import type { CallErrand } from '../db/entities/call-change.ts';
import type { TranscriptLineRow } from '../db/entities/transcript-line.ts';
import { isCancelled } from '../db/queries/cancel-appointment.ts';
import { findAppointment } from '../db/queries/find-appointment.ts';
import { findCallHold } from '../db/queries/find-call-hold.ts';
import { loadTranscript } from '../db/queries/load-transcript.ts';
import { findMoved } from '../db/queries/move-appointment.ts';
import type { TakenSession } from '../db/queries/take-call-session.ts';

/** What an earlier stream or node of a call left behind: the rows say it, so that it is as true now as it was. */
export interface EarlierCall {
  /** Milliseconds since the call began. */
  ageMs: number;
  /** The slot that is still held for it. */
  offered: Slot | null;
  /** What was to be done with an appointment that stands, and with which. */
  errand: Errand | null;
  meant: Appointment | null;
  /** What it wrote last and still holds; null where that was changed again since. */
  change: LastChange | null;
  /** Whether the caller has heard of that. */
  announced: 'told' | 'untold';
  lines: Pick<TranscriptLineRow, 'speaker' | 'text' | 'heardText' | 'heardMs' | 'cut'>[];
}

export type LastChange =
  | { kind: 'appointment_created'; appointment: Appointment }
  | { kind: 'appointment_moved'; appointment: MovedAppointment }
  | { kind: 'appointment_cancelled'; appointment: CancelledAppointment };

export async function findEarlierCall(manager: EntityManager, session: TakenSession): Promise<EarlierCall> {
  const { businessId, callSid, ageMs, confirmedAloudAt } = session;
  const hold = await findCallHold(manager, businessId, callSid);
  const errand = hold === null ? session.errand : moveTo(hold.moves);
  const meant = errand?.appointmentId ? await findAppointment(manager, businessId, errand.appointmentId) : null;
  return {
    ageMs,
    offered: hold && { date: hold.slot.date, time: hold.slot.time },
    errand: errand?.kind ?? null,
    meant: meant?.status === 'confirmed' ? meant : null,
    change: await lastChange(manager, session),
    announced: confirmedAloudAt ? 'told' : 'untold',
    lines: await loadTranscript(manager, businessId, callSid),
  };
}

const moveTo = (appointmentId: string | null): CallErrand | null =>
  appointmentId === null ? null : { kind: 'move', appointmentId };

async function lastChange(
  manager: EntityManager,
  { businessId, lastChange: change }: TakenSession,
): Promise<LastChange | null> {
  if (change === null) return null;
  const { kind, appointmentId, at } = change;
  if (kind === 'appointment_moved') {
    const moved = await findMoved(manager, businessId, { appointmentId, startsAt: new Date(at) });
    return moved && { kind, appointment: moved };
  }
  const found = await findAppointment(manager, businessId, appointmentId);
  if (kind === 'appointment_cancelled') return isCancelled(found) ? { kind, appointment: found } : null;
  return found?.status === 'confirmed' ? { kind, appointment: found } : null;
}

export const announcementOf = ({ kind, appointment }: LastChange): Announcement => ({
  kind,
  appointmentId: appointment.id,
});
