import { bookingHours } from '../../booking/booking-hours.ts';
import { joinLayers, promptLayers } from '../../speech/prompt.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import { ok } from '../reply.ts';
import { businessParams, promptPreview } from '../schemas/businesses.ts';

/** What the model would be told if the phone rang now. */
export function promptRoutes({ database, now }: RouteDependencies): Endpoint[] {
  const preview = endpoint({
    method: 'get',
    path: '/businesses/{businessId}/prompt',
    name: 'getPrompt',
    summary: 'What the model will be told, layer by layer',
    tag: 'businesses',
    params: businessParams,
    answers: { 200: promptPreview },
    problems: [404],
    answer: ({ params }) =>
      insideBusiness(database, params.businessId, async ({ business, schedule }) => {
        const at = now();
        const hours = bookingHours(schedule, at);
        const layers = promptLayers({ callPrompt: business.aiPrompt.calls, schedule, hours, now: at });
        return ok({ layers, text: joinLayers(layers) });
      }),
  });
  return [preview];
}
