import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';

export type Lead = components['schemas']['Lead'];
export type LeadChange = components['schemas']['LeadChange'];

const all = ['leads'];

const MOST = 500;

export function useLeads(businessId: string) {
  return useQuery({
    queryKey: [...all, 'list', businessId],
    queryFn: () =>
      taken(api.GET('/businesses/{businessId}/leads', { params: { path: { businessId }, query: { limit: MOST } } })),
  });
}

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
