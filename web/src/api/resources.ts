import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';

/** Who takes appointments: a person, a chair, a room. */
export type Resource = Awaited<ReturnType<typeof readResources>>['items'][number];
type NewResource = components['schemas']['NewResource'];
type ResourceChange = components['schemas']['ResourceChange'];

const keyOf = (businessId: string) => ['resources', businessId];

const readResources = (businessId: string) =>
  taken(api.GET('/businesses/{businessId}/resources', { params: { path: { businessId } } }));

export function useResources(businessId: string) {
  return useQuery({
    queryKey: keyOf(businessId),
    queryFn: () => readResources(businessId),
    select: ({ items }) => items,
  });
}

/** Who is there decides which times are free. */
function useResourceWrite<Given, Made>(businessId: string, write: (given: Given) => Promise<Made>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keyOf(businessId) }),
        queries.invalidateQueries({ queryKey: ['slots'] }),
      ]),
  });
}

export const useAddResource = (businessId: string) =>
  useResourceWrite(businessId, (body: NewResource) =>
    taken(api.POST('/businesses/{businessId}/resources', { params: { path: { businessId } }, body })),
  );

export const useChangeResource = (businessId: string) =>
  useResourceWrite(businessId, ({ id, change }: { id: string; change: ResourceChange }) =>
    taken(api.PATCH('/resources/{resourceId}', { params: { path: { resourceId: id } }, body: change })),
  );
