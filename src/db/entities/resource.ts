import { EntitySchema } from 'typeorm';

/** What an appointment takes the time of: a chair, a person. Every business has at least one. */
export interface ResourceRow {
  id: string;
  businessId: string;
  name: string;
  active: boolean;
  createdAt: Date;
}

export const ResourceEntity = new EntitySchema<ResourceRow>({
  name: 'Resource',
  tableName: 'resource',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    businessId: { name: 'business_id', type: 'uuid' },
    name: { type: 'text' },
    active: { type: 'boolean', default: true },
    createdAt: { name: 'created_at', type: 'timestamptz', createDate: true },
  },
  uniques: [{ name: 'resource_of_business', columns: ['businessId', 'id'] }],
});
