import { deleteWebhook } from '../../db/queries/delete-webhook.ts';
import { insertWebhook } from '../../db/queries/insert-webhook.ts';
import { listWebhookDeliveries } from '../../db/queries/list-webhook-deliveries.ts';
import { listWebhooks } from '../../db/queries/list-webhooks.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { pageOfRows, rowsToRead } from '../paging.ts';
import { insideOnce } from '../policies/inside-once.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import type { Inside } from '../policies/tenancy.ts';
import { presentDelivery, presentWebhook } from '../presenters/webhooks.ts';
import { invalidRequest, notFound, problem } from '../problem.ts';
import { created, noContent, ok, refuse } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { businessParams } from '../schemas/businesses.ts';
import {
  deliveryPage,
  deliveryQuery,
  newWebhook,
  webhookPage,
  webhookParams,
  webhookWithSecret,
} from '../schemas/webhooks.ts';
import type { NewWebhook } from '../schemas/webhooks.ts';

const path = '/businesses/{businessId}/webhooks';
const tag = 'webhooks';
const MOST_WEBHOOKS = 20;

function webhooksOfBusiness({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path,
    name: 'listWebhooks',
    summary: 'The addresses of this business that are told of events',
    tag,
    params: businessParams,
    answers: { 200: webhookPage },
    problems: [404],
    answer: ({ params }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) =>
        ok({ items: (await listWebhooks(manager, business.id)).map(presentWebhook) }),
      ),
  });
}

function makeWebhook({ database, mayBeTold }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path,
    name: 'createWebhook',
    summary: 'Have an address told of events; the secret that signs them is shown this once',
    tag,
    params: businessParams,
    body: newWebhook,
    onceByKey: true,
    answers: { 201: webhookWithSecret },
    problems: [400, 404, 409],
    answer: ({ params, body, sent }) =>
      insideOnce(database, { ...params, sent }, async (inside) => {
        if (mayBeTold(body.url)) return await made(inside, body);
        const message = 'Give an https address that is reached from the open internet.';
        return refuse(invalidRequest([{ field: 'url', code: 'not-a-public-address', message }]));
      }),
  });
}

async function made({ manager, business }: Inside, wanted: NewWebhook): Promise<Reply> {
  if ((await listWebhooks(manager, business.id)).length >= MOST_WEBHOOKS) {
    return refuse(problem('already-exists', `A business has at most ${MOST_WEBHOOKS} webhooks; delete one first.`));
  }
  const row = await insertWebhook(manager, business.id, wanted);
  const location = `/api/v1/businesses/${business.id}/webhooks/${row.id}`;
  return created({ ...presentWebhook(row), secret: row.secret }, location);
}

function removeWebhook({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'delete',
    path: `${path}/{webhookId}`,
    name: 'deleteWebhook',
    summary: 'Tell this address nothing more; what is on its way there is dropped',
    tag,
    params: webhookParams,
    answers: { 204: null },
    problems: [404],
    answer: ({ params }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) =>
        (await deleteWebhook(manager, business.id, params.webhookId)) ? noContent() : refuse(notFound('webhook')),
      ),
  });
}

function deliveriesOfBusiness({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/businesses/{businessId}/webhook-deliveries',
    name: 'listWebhookDeliveries',
    summary: 'What was told to webhooks, newest first; `dead` ones were given up',
    tag,
    params: businessParams,
    query: deliveryQuery,
    answers: { 200: deliveryPage },
    problems: [400, 404],
    answer: ({ params, query }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) => {
        const wanted = { status: query.status, ...rowsToRead(query) };
        return ok(pageOfRows(await listWebhookDeliveries(manager, business.id, wanted), query, presentDelivery));
      }),
  });
}

export function webhookRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [
    webhooksOfBusiness(dependencies),
    makeWebhook(dependencies),
    removeWebhook(dependencies),
    deliveriesOfBusiness(dependencies),
  ];
}
