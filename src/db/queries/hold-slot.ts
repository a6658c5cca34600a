import type { EntityManager } from 'typeorm';
import { writeAppointment } from '../appointment.ts';
import type { Appointment } from '../appointment.ts';
import type { SlotWrite } from '../slot-write.ts';
import { clearTheWay } from './clear-the-way.ts';
import { findCallAppointment } from './find-call-appointment.ts';
import { insertSlot } from './insert-slot.ts';

export type HoldWrite = { kind: 'held'; appointment: Appointment } | { kind: 'taken' };

export interface Hold {
  slot: SlotWrite & { callSid: string };
  holdSeconds: number;
  /** The appointment that is to move to the slot; the hold may lie over it, as the slot itself may. */
  moves?: string | null;
}

/** Keeps a slot for a call (law L14); replaces the call's older hold, prolongs the same one, leaves its own booking as it is. */
export async function holdSlot(manager: EntityManager, businessId: string, hold: Hold): Promise<HoldWrite> {
  await clearTheWay(manager, businessId, { ...hold.slot, moves: hold.moves ?? null });
  const appointment =
    (await insertSlot(manager, businessId, hold)) ??
    (await prolong(manager, businessId, hold)) ??
    (await findCallAppointment(manager, businessId, hold.slot));
  return appointment === null ? { kind: 'taken' } : { kind: 'held', appointment };
}

function prolong(manager: EntityManager, businessId: string, { slot, holdSeconds }: Hold): Promise<Appointment | null> {
  return writeAppointment(
    manager,
    `UPDATE appointment
     SET held_until = now() + make_interval(secs => $4::float8), name = $5, phone = $6, updated_at = now()
     WHERE business_id = $1 AND call_sid = $2 AND starts_at = $3 AND status = 'held'`,
    [businessId, slot.callSid, slot.startsAt, holdSeconds, slot.name, slot.phone],
  );
}
