import type { ResourceRow } from '../../db/entities/resource.ts';

export function presentResource(row: ResourceRow) {
  const { id, businessId, name, active, capacity, openingHours, overrides } = row;
  const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
  return { id, businessId, name, active, capacity, openingHours, overrides, ...times };
}
