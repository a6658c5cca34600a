import { EntitySchema } from 'typeorm';

/** One utterance as it was really heard. `itemId` is the model's item id. */
export interface TranscriptLineRow {
  callSid: string;
  itemId: string;
  businessId: string;
  speaker: 'caller' | 'assistant' | 'server';
  /** For the assistant: what was generated. */
  text: string;
  /** Milliseconds since the call started. */
  startedMs: number;
  /** How much of it was played to the caller; null where that has no meaning. */
  heardMs: number | null;
  cut: boolean;
}

export const TranscriptLineEntity = new EntitySchema<TranscriptLineRow>({
  name: 'TranscriptLine',
  tableName: 'transcript_line',
  columns: {
    callSid: { name: 'call_sid', type: 'text', primary: true },
    itemId: { name: 'item_id', type: 'text', primary: true },
    businessId: { name: 'business_id', type: 'uuid' },
    speaker: { type: 'text' },
    text: { type: 'text' },
    startedMs: { name: 'started_ms', type: 'integer' },
    heardMs: { name: 'heard_ms', type: 'integer', nullable: true },
    cut: { type: 'boolean', default: false },
  },
});
