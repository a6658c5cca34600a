import { EntitySchema } from 'typeorm';
import type { Resource } from '../../booking/schedule.ts';

/** What an appointment takes the time of: a chair, a person. Every business has at least one. */
export interface ResourceRow extends Resource {
  businessId: string;
  active: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export const ResourceEntity = new EntitySchema<ResourceRow>({
  name: 'Resource',
  tableName: 'resource',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    businessId: { name: 'business_id', type: 'uuid' },
    name: { type: 'text' },
    active: { type: 'boolean', default: true },
    capacity: { type: 'integer', default: 1 },
    openingHours: { name: 'opening_hours_json', type: 'jsonb', nullable: true },
    overrides: { name: 'overrides_json', type: 'jsonb', default: [] },
    createdAt: { name: 'created_at', type: 'timestamptz', createDate: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz', updateDate: true },
  },
  uniques: [{ name: 'resource_of_business', columns: ['businessId', 'id'] }],
});
