import { EntitySchema } from 'typeorm';
import type { CallChange, CallErrand } from './call-change.ts';
import type { StoredWish } from './wish.ts';

/** One phone call: what is known, what was booked, which node has it. `endedAt` null = live. */
export interface CallSessionRow {
  callSid: string;
  businessId: string;
  leadId: string | null;
  fromNumber: string | null;
  wish: StoredWish;
  lastRequestedTime: Date | null;
  lastConfirmedTime: Date | null;
  lastAppointmentId: string | null;
  lastChange: CallChange | null;
  errand: CallErrand | null;
  ownerNode: string | null;
  leaseUntil: Date | null;
  /** Grows with every take-over; a node with an older epoch may write no more. */
  epoch: number;
  outcome: string | null;
  /** Media streams the call has had so far; a stream token is good for the next one only. */
  streams: number;
  /** Whether it came by the telephone network; the CallSid says it. */
  kind: 'phone' | 'test' | 'practice';
  /** When the caller had heard of `lastChange`; null with a change: it must still be told. */
  confirmedAloudAt: Date | null;
  startedAt: Date;
  endedAt: Date | null;
}

export const CallSessionEntity = new EntitySchema<CallSessionRow>({
  name: 'CallSession',
  tableName: 'call_session',
  columns: {
    callSid: { name: 'call_sid', type: 'text', primary: true },
    businessId: { name: 'business_id', type: 'uuid' },
    leadId: { name: 'lead_id', type: 'uuid', nullable: true },
    fromNumber: { name: 'from_number', type: 'text', nullable: true },
    wish: { type: 'jsonb', default: { date: null, time: null, name: null, phone: null } },
    lastRequestedTime: { name: 'last_requested_time', type: 'timestamptz', nullable: true },
    lastConfirmedTime: { name: 'last_confirmed_time', type: 'timestamptz', nullable: true },
    lastAppointmentId: { name: 'last_appointment_id', type: 'uuid', nullable: true },
    lastChange: { name: 'last_change', type: 'jsonb', nullable: true },
    errand: { type: 'jsonb', nullable: true },
    ownerNode: { name: 'owner_node', type: 'text', nullable: true },
    leaseUntil: { name: 'lease_until', type: 'timestamptz', nullable: true },
    epoch: { type: 'integer', default: 1 },
    outcome: { type: 'text', nullable: true },
    streams: { type: 'integer', default: 0 },
    kind: { type: 'text', insert: false, update: false },
    confirmedAloudAt: { name: 'confirmed_aloud_at', type: 'timestamptz', nullable: true },
    startedAt: { name: 'started_at', type: 'timestamptz', createDate: true },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
  },
  uniques: [{ name: 'call_session_of_business', columns: ['businessId', 'callSid'] }],
});
