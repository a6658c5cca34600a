import type { EntityManager } from 'typeorm';
import { writeAppointment } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';
import type { SlotWrite } from '../slot-write.ts';
import { clearTheWay } from './clear-the-way.ts';
import { findCallAppointment } from './find-call-appointment.ts';
import { insertSlot } from './insert-slot.ts';

export type ConfirmWrite =
  { kind: 'confirmed'; appointment: Appointment; repeated: 'first' | 'again' } | { kind: 'taken' };

/** Makes the appointment: from the call's hold, else by a direct insert. The same call and start again gives the same row (law L12). */
export async function confirmSlot(manager: EntityManager, businessId: string, slot: SlotWrite): Promise<ConfirmWrite> {
  await clearTheWay(manager, businessId, slot);
  const written =
    (await confirmHold(manager, businessId, slot)) ??
    (await insertSlot(manager, businessId, { slot, holdSeconds: null })) ??
    (await confirmHold(manager, businessId, slot));
  if (written !== null) return { kind: 'confirmed', appointment: written, repeated: 'first' };
  const own = await ownAppointment(manager, businessId, slot);
  return own?.status === 'confirmed' ? { kind: 'confirmed', appointment: own, repeated: 'again' } : { kind: 'taken' };
}

/* Compare and swap: of two confirmations of one hold the second finds no hold any more. */
async function confirmHold(manager: EntityManager, businessId: string, slot: SlotWrite): Promise<Appointment | null> {
  if (slot.callSid === null) return null;
  return writeAppointment(
    manager,
    `UPDATE appointment SET status = 'confirmed', held_until = NULL, lead_id = $4, name = $5, phone = $6, updated_at = now()
     WHERE business_id = $1 AND call_sid = $2 AND starts_at = $3 AND status = 'held' AND held_until > now()`,
    [businessId, slot.callSid, slot.startsAt, slot.leadId, slot.name, slot.phone],
  );
}

async function ownAppointment(
  manager: EntityManager,
  businessId: string,
  { callSid, startsAt }: SlotWrite,
): Promise<Appointment | null> {
  return callSid === null ? null : findCallAppointment(manager, businessId, { callSid, startsAt });
}
