import type { EntityManager } from 'typeorm';
import type { Appointment } from '../appointment.ts';
import type { CallChange } from '../entities/call-change.ts';
import { claimPhone } from './claim-phone.ts';
import { recordChange } from './record-change.ts';

/** Writes a booking or a move on the session of its call, the name (and for an anonymous caller the phone) on its lead. */
export async function recordBooking(
  manager: EntityManager,
  businessId: string,
  { callSid, appointment, kind }: { callSid: string; appointment: Appointment; kind: CallChange['kind'] },
): Promise<void> {
  const change = { kind, appointmentId: appointment.id, at: appointment.startsAt.toISOString() };
  await recordChange(manager, businessId, { callSid, change });
  const [[lead]] = await manager.query<[{ phone: string }[], number]>(
    `UPDATE lead SET name = COALESCE(NULLIF($3, ''), name), updated_at = now() WHERE business_id = $1 AND id = $2
     RETURNING phone`,
    [businessId, appointment.leadId, appointment.name],
  );
  if (lead?.phone.startsWith('anonymous:') !== true || !appointment.phone.startsWith('+')) return;
  await claimPhone(manager, businessId, { leadId: appointment.leadId, phone: appointment.phone });
}
