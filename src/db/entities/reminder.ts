import { EntitySchema } from 'typeorm';

/** A reminder waiting in the queue. One for each appointment. */
export interface ReminderRow {
  id: string;
  businessId: string;
  appointmentId: string;
  dueAt: Date;
  /** `queued`: its message is being sent; `kept`: there was no way to send it, the owner sees it. */
  status: 'pending' | 'queued' | 'sent' | 'kept' | 'cancelled' | 'failed';
  createdAt: Date;
}

export const ReminderEntity = new EntitySchema<ReminderRow>({
  name: 'Reminder',
  tableName: 'reminder',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    businessId: { name: 'business_id', type: 'uuid' },
    appointmentId: { name: 'appointment_id', type: 'uuid' },
    dueAt: { name: 'due_at', type: 'timestamptz' },
    status: { type: 'text', default: 'pending' },
    createdAt: { name: 'created_at', type: 'timestamptz', createDate: true },
  },
  uniques: [{ name: 'reminder_once', columns: ['appointmentId'] }],
});
