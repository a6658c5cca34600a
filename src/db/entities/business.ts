import { EntitySchema } from 'typeorm';

/** A business that answers its phone through us. `aiPrompt.calls` is kept to the letter. */
export interface BusinessRow {
  id: string;
  name: string;
  phoneNumber: string;
  timezone: string;
  language: string;
  aiPrompt: { calls: string };
  active: boolean;
  fallbackNumber: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export const BusinessEntity = new EntitySchema<BusinessRow>({
  name: 'Business',
  tableName: 'business',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    phoneNumber: { name: 'phone_number', type: 'text' },
    timezone: { type: 'text', default: 'Asia/Jerusalem' },
    language: { type: 'text', default: 'he' },
    aiPrompt: { name: 'ai_prompt', type: 'jsonb', default: { calls: '' } },
    active: { type: 'boolean', default: true },
    fallbackNumber: { name: 'fallback_number', type: 'text', nullable: true },
    createdAt: { name: 'created_at', type: 'timestamptz', createDate: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz', updateDate: true },
  },
  uniques: [{ name: 'business_phone_number_once', columns: ['phoneNumber'] }],
});
