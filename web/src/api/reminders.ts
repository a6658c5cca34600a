import { useQuery } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';

export type Reminder = components['schemas']['Reminder'];

/** Reminders that callers asked for; those due last first. */
export function useReminders(businessId: string) {
  return useQuery({
    queryKey: ['reminders', businessId],
    queryFn: () => taken(api.GET('/businesses/{businessId}/reminders', { params: { path: { businessId } } })),
    select: ({ items }) => items,
  });
}
