import { EntitySchema } from 'typeorm';

/** `kept`: there was no way to send it, so it is shown to the owner; `note` says why. `failed`: every try to send it did. */
export type MessageStatus = 'waiting' | 'sending' | 'sent' | 'kept' | 'cancelled' | 'failed';

/** Something to be told to a person after the call: of an appointment (a reminder) or of a time that became free. */
export interface MessageRow {
  id: string;
  businessId: string;
  leadId: string;
  kind: 'reminder' | 'waitlist';
  /** The same key is written, and so sent, once; one that failed leaves its key to another. */
  onceKey: string;
  /** The appointment a reminder is of, or the one that gave up the time that became free. */
  appointmentId: string | null;
  startsAt: Date;
  phone: string;
  text: string;
  status: MessageStatus;
  channel: 'sms' | 'webhook' | null;
  providerId: string | null;
  note: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export const MessageEntity = new EntitySchema<MessageRow>({
  name: 'Message',
  tableName: 'message',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    businessId: { name: 'business_id', type: 'uuid' },
    leadId: { name: 'lead_id', type: 'uuid' },
    kind: { type: 'text' },
    onceKey: { name: 'once_key', type: 'text' },
    appointmentId: { name: 'appointment_id', type: 'uuid', nullable: true },
    startsAt: { name: 'starts_at', type: 'timestamptz' },
    phone: { type: 'text' },
    text: { type: 'text' },
    status: { type: 'text', default: 'waiting' },
    channel: { type: 'text', nullable: true },
    providerId: { name: 'provider_id', type: 'text', nullable: true },
    note: { type: 'text', nullable: true },
    createdAt: { name: 'created_at', type: 'timestamptz', createDate: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz', updateDate: true },
  },
  indices: [{ name: 'message_once', columns: ['businessId', 'onceKey'], unique: true, where: `status <> 'failed'` }],
});
