import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';
import { wholeList } from './whole-list.ts';

export type WaitlistEntry = components['schemas']['WaitlistEntry'];

const all = ['waitlist'];
const PAGE = 500;

/** Who waits for today or a day to come. */
export function useWaitlist(businessId: string) {
  return useQuery({
    queryKey: [...all, businessId],
    queryFn: () =>
      wholeList((cursor) => {
        const query = { limit: PAGE, cursor };
        return taken(api.GET('/businesses/{businessId}/waitlist', { params: { path: { businessId }, query } }));
      }),
  });
}

export function useLeaveWaitlist() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (entryId: string) => taken(api.DELETE('/waitlist/{entryId}', { params: { path: { entryId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: all }),
  });
}
