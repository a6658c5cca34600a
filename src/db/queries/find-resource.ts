import type { EntityManager } from 'typeorm';
import { ResourceEntity } from '../entities/resource.ts';
import type { ResourceRow } from '../entities/resource.ts';

/** One resource of this business. */
export function findResource(
  manager: EntityManager,
  businessId: string,
  resourceId: string,
): Promise<ResourceRow | null> {
  return manager.findOneBy(ResourceEntity, { businessId, id: resourceId });
}
