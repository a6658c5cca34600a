import type { EntityManager } from 'typeorm';
import { ResourceEntity } from '../entities/resource.ts';
import type { ResourceRow } from '../entities/resource.ts';

/** All who take appointments at a business, those that no longer do too, the preferred first. */
export function listResources(manager: EntityManager, businessId: string): Promise<ResourceRow[]> {
  return manager.find(ResourceEntity, { where: { businessId }, order: { createdAt: 'ASC', id: 'ASC' } });
}
