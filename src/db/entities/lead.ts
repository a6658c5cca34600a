import { EntitySchema } from 'typeorm';
import type { StoredWish } from './wish.ts';

/** Somebody who called or was booked. `phone` is E.164, `anonymous:<CallSid>` for a withheld number, `trial:<CallSid>` for a trial call. */
export interface LeadRow {
  id: string;
  businessId: string;
  phone: string;
  name: string | null;
  wish: StoredWish | null;
  outcome: string | null;
  summary: string | null;
  /** What the owner still has to do about the last call. */
  followUp: string | null;
  notes: string | null;
  lastCallAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export const LeadEntity = new EntitySchema<LeadRow>({
  name: 'Lead',
  tableName: 'lead',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    businessId: { name: 'business_id', type: 'uuid' },
    phone: { type: 'text' },
    name: { type: 'text', nullable: true },
    wish: { type: 'jsonb', nullable: true },
    outcome: { type: 'text', nullable: true },
    summary: { type: 'text', nullable: true },
    followUp: { name: 'follow_up', type: 'text', nullable: true },
    notes: { type: 'text', nullable: true },
    lastCallAt: { name: 'last_call_at', type: 'timestamptz', nullable: true },
    createdAt: { name: 'created_at', type: 'timestamptz', createDate: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz', updateDate: true },
  },
  uniques: [
    { name: 'lead_phone_once', columns: ['businessId', 'phone'] },
    { name: 'lead_of_business', columns: ['businessId', 'id'] },
  ],
});
