import type { EntityManager } from 'typeorm';
import { ResourceEntity } from '../entities/resource.ts';
import type { ResourceRow } from '../entities/resource.ts';
import { given } from '../given.ts';
import { findResource } from './find-resource.ts';

export type ResourcePatch = {
  [field in 'name' | 'active' | 'capacity' | 'openingHours' | 'overrides']?: ResourceRow[field] | undefined;
};

/** Changes a resource; fields left out or undefined stay, and so do its appointments. Null for an unknown one. */
export async function updateResource(
  manager: EntityManager,
  businessId: string,
  { resourceId, ...patch }: ResourcePatch & { resourceId: string },
): Promise<ResourceRow | null> {
  await manager.update(ResourceEntity, { businessId, id: resourceId }, { ...given(patch), updatedAt: new Date() });
  return findResource(manager, businessId, resourceId);
}
