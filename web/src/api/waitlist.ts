import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';

export type WaitlistEntry = components['schemas']['WaitlistEntry'];

const all = ['waitlist'];

export function useWaitlist(businessId: string) {
  return useQuery({
    queryKey: [...all, businessId],
    queryFn: () => taken(api.GET('/businesses/{businessId}/waitlist', { params: { path: { businessId } } })),
    select: ({ items }) => items,
  });
}

export function useLeaveWaitlist() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (entryId: string) => taken(api.DELETE('/waitlist/{entryId}', { params: { path: { entryId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: all }),
  });
}
