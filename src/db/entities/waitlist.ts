import { EntitySchema } from 'typeorm';

/** Somebody who waits for a free time on a day, `YYYY-MM-DD` in the business's zone. `toldAt`: when they were told of one. */
export interface WaitlistRow {
  id: string;
  businessId: string;
  leadId: string;
  callSid: string | null;
  date: string;
  name: string;
  phone: string;
  toldAt: Date | null;
  createdAt: Date;
}

export const WaitlistEntity = new EntitySchema<WaitlistRow>({
  name: 'Waitlist',
  tableName: 'waitlist',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    businessId: { name: 'business_id', type: 'uuid' },
    leadId: { name: 'lead_id', type: 'uuid' },
    callSid: { name: 'call_sid', type: 'text', nullable: true },
    date: { type: 'date' },
    name: { type: 'text' },
    phone: { type: 'text' },
    toldAt: { name: 'told_at', type: 'timestamptz', nullable: true },
    createdAt: { name: 'created_at', type: 'timestamptz', createDate: true },
  },
  uniques: [{ name: 'waitlist_once', columns: ['businessId', 'phone', 'date'] }],
});
