import { EntitySchema } from 'typeorm';

export type AppointmentStatus = 'held' | 'confirmed' | 'cancelled';

/** A held, confirmed or cancelled slot. `busyFrom`/`busyUntil` are the slot with its buffers. */
export interface AppointmentRow {
  id: string;
  businessId: string;
  resourceId: string;
  /** Which of the places of the resource. */
  seat: number;
  leadId: string;
  callSid: string | null;
  startsAt: Date;
  endsAt: Date;
  busyFrom: Date;
  busyUntil: Date;
  status: AppointmentStatus;
  heldUntil: Date | null;
  /** The appointment a hold would move to its own time; it may lie over that one. */
  moves: string | null;
  name: string;
  phone: string;
  createdAt: Date;
  updatedAt: Date;
}

export const AppointmentEntity = new EntitySchema<AppointmentRow>({
  name: 'Appointment',
  tableName: 'appointment',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    businessId: { name: 'business_id', type: 'uuid' },
    resourceId: { name: 'resource_id', type: 'uuid' },
    seat: { type: 'integer', default: 1 },
    leadId: { name: 'lead_id', type: 'uuid' },
    callSid: { name: 'call_sid', type: 'text', nullable: true },
    startsAt: { name: 'starts_at', type: 'timestamptz' },
    endsAt: { name: 'ends_at', type: 'timestamptz' },
    busyFrom: { name: 'busy_from', type: 'timestamptz' },
    busyUntil: { name: 'busy_until', type: 'timestamptz' },
    status: { type: 'text' },
    heldUntil: { name: 'held_until', type: 'timestamptz', nullable: true },
    moves: { type: 'uuid', nullable: true },
    name: { type: 'text' },
    phone: { type: 'text' },
    createdAt: { name: 'created_at', type: 'timestamptz', createDate: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz', updateDate: true },
  },
  exclusions: [
    {
      name: 'appointment_no_overlap',
      expression:
        "USING gist (business_id WITH =, resource_id WITH =, seat WITH =, (COALESCE(moves, id)) WITH <>, tstzrange(busy_from, busy_until, '[)') WITH &&) WHERE (status IN ('held', 'confirmed'))",
    },
  ],
  indices: [
    {
      name: 'appointment_call_once',
      columns: ['businessId', 'callSid', 'startsAt'],
      unique: true,
      where: "status IN ('held', 'confirmed')",
    },
  ],
});
