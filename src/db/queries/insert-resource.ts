import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ResourceEntity } from '../entities/resource.ts';
import type { ResourceRow } from '../entities/resource.ts';
import { given } from '../given.ts';

export type NewResource = Pick<ResourceRow, 'name'> & {
  [field in 'capacity' | 'openingHours' | 'overrides']?: ResourceRow[field] | undefined;
};

/** Adds one who takes appointments; it is the least preferred. */
export async function insertResource(
  manager: EntityManager,
  businessId: string,
  fields: NewResource,
): Promise<ResourceRow> {
  const id = randomUUID();
  await manager.insert(ResourceEntity, { id, businessId, ...given(fields) });
  return manager.findOneByOrFail(ResourceEntity, { businessId, id });
}
