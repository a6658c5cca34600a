import { api, taken } from './client.ts';
import { useGrowingList } from './growing-list.ts';
import type { components } from './schema.d.ts';

export type Reminder = components['schemas']['Reminder'];

/** Reminders that callers asked for; those due last first. */
export const useReminders = (businessId: string) =>
  useGrowingList<Reminder>({
    key: ['reminders', businessId],
    ask: (cursor) => {
      const params = { path: { businessId }, query: { cursor } };
      return taken(api.GET('/businesses/{businessId}/reminders', { params }));
    },
    idOf: ({ id }) => id,
  });
