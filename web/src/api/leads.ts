import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import { useGrowingList } from './growing-list.ts';
import type { components } from './schema.d.ts';

export type Lead = components['schemas']['Lead'];
export type LeadChange = components['schemas']['LeadChange'];

const all = ['leads'];

/** Everybody who rang, or those alone who still wait for something. */
type WhichLeads = 'everybody' | 'followUp';

const onlyWaiting = (which: WhichLeads) => (which === 'followUp' ? ('true' as const) : undefined);

/** Leads, who called last first; with `wanted` those whose name or number holds it. */
export const useLeads = (businessId: string, { wanted, which }: { wanted: string; which: WhichLeads }) =>
  useGrowingList<Lead>({
    key: [...all, 'list', businessId, wanted, which],
    ask: (cursor) => {
      const query = { q: wanted === '' ? undefined : wanted, followUp: onlyWaiting(which), cursor };
      return taken(api.GET('/businesses/{businessId}/leads', { params: { path: { businessId }, query } }));
    },
    idOf: ({ id }) => id,
  });

const COUNTED_TO = 99;
const COUNTED_AGAIN_MS = 60_000;

/** How many leads still wait for something, in digits; `99+` where there are more. */
export function useFollowUpCount(businessId: string) {
  const query = { followUp: onlyWaiting('followUp'), limit: COUNTED_TO + 1 };
  return useQuery({
    queryKey: [...all, 'waiting', businessId],
    queryFn: () => taken(api.GET('/businesses/{businessId}/leads', { params: { path: { businessId }, query } })),
    select: ({ items }) => (items.length > COUNTED_TO ? `${COUNTED_TO}+` : String(items.length)),
    refetchInterval: COUNTED_AGAIN_MS,
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
