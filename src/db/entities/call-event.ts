import { EntitySchema } from 'typeorm';

/** One recorded fact of a call, in order; enough of them replay the call. Never changed. */
export interface CallEventRow {
  callSid: string;
  seq: number;
  businessId: string;
  /** Milliseconds since the call started. */
  ms: number;
  fact: { type: string; [more: string]: unknown };
}

export const CallEventEntity = new EntitySchema<CallEventRow>({
  name: 'CallEvent',
  tableName: 'call_event',
  columns: {
    callSid: { name: 'call_sid', type: 'text', primary: true },
    seq: { type: 'integer', primary: true },
    businessId: { name: 'business_id', type: 'uuid' },
    ms: { type: 'integer' },
    fact: { type: 'jsonb' },
  },
});
