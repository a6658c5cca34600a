import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import { useGrowingList } from './growing-list.ts';
import type { components } from './schema.d.ts';

export type Lead = components['schemas']['Lead'];
export type LeadChange = components['schemas']['LeadChange'];

const all = ['leads'];

/** Leads, who called last first; with `wanted` those whose name or number holds it. */
export const useLeads = (businessId: string, wanted: string) =>
  useGrowingList<Lead>({
    key: [...all, 'list', businessId, wanted],
    ask: (cursor) => {
      const query = { q: wanted === '' ? undefined : wanted, cursor };
      return taken(api.GET('/businesses/{businessId}/leads', { params: { path: { businessId }, query } }));
    },
    idOf: ({ id }) => id,
  });

export function useLead(leadId: string) {
  return useQuery({
    queryKey: [...all, leadId],
    queryFn: () => taken(api.GET('/leads/{leadId}', { params: { path: { leadId } } })),
  });
}

export function useChangeLead(leadId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: LeadChange) => taken(api.PATCH('/leads/{leadId}', { params: { path: { leadId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: all }),
  });
}
