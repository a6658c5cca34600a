import { EntitySchema } from 'typeorm';

/** One sentence of an answer; all milliseconds are of its audio. The sentences of a line add up to the line. */
export interface HeardSentence {
  text: string;
  heardText: string;
  generatedMs: number;
  sentMs: number;
  heardMs: number;
  /** Where in its audio it was cut; null where it was heard to its end. */
  cutAtMs: number | null;
}

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
  /** Of the assistant's lines: audio the model made and audio the phone was sent; null where nobody measured it. */
  generatedMs: number | null;
  sentMs: number | null;
  /** The words of `text` that were heard; null where nobody measured it. */
  heardText: string | null;
  sentences: HeardSentence[];
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
    generatedMs: { name: 'generated_ms', type: 'integer', nullable: true },
    sentMs: { name: 'sent_ms', type: 'integer', nullable: true },
    heardText: { name: 'heard_text', type: 'text', nullable: true },
    sentences: { type: 'jsonb', default: [] },
  },
});
