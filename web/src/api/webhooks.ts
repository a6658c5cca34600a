import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, taken } from './client.ts';
import type { components } from './schema.d.ts';

export type Webhook = components['schemas']['Webhook'];
export type WebhookEvent = Webhook['events'][number];

const DELIVERIES_SHOWN = 20;
const keyOf = (businessId: string) => ['webhooks', businessId];
const pathOf = (businessId: string) => ({ params: { path: { businessId } } });

export function useWebhooks(businessId: string) {
  return useQuery({
    queryKey: keyOf(businessId),
    queryFn: () => taken(api.GET('/businesses/{businessId}/webhooks', pathOf(businessId))),
    select: ({ items }) => items,
  });
}

export function useDeliveries(businessId: string) {
  return useQuery({
    queryKey: [...keyOf(businessId), 'deliveries'],
    queryFn: () =>
      taken(
        api.GET('/businesses/{businessId}/webhook-deliveries', {
          params: { path: { businessId }, query: { limit: DELIVERIES_SHOWN } },
        }),
      ),
    select: ({ items }) => items,
  });
}

function useWebhookWrite<Given, Made>(businessId: string, write: (given: Given) => Promise<Made>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(businessId) }),
  });
}

export const useAddWebhook = (businessId: string) =>
  useWebhookWrite(businessId, (body: { url: string; events: WebhookEvent[] }) =>
    taken(api.POST('/businesses/{businessId}/webhooks', { ...pathOf(businessId), body })),
  );

export const useRemoveWebhook = (businessId: string) =>
  useWebhookWrite(businessId, (webhookId: string) =>
    taken(api.DELETE('/businesses/{businessId}/webhooks/{webhookId}', { params: { path: { businessId, webhookId } } })),
  );
