import type { ResourceRow } from '../../db/entities/resource.ts';
import { findResource } from '../../db/queries/find-resource.ts';
import { insertResource } from '../../db/queries/insert-resource.ts';
import { listResources } from '../../db/queries/list-resources.ts';
import { locateResource } from '../../db/queries/locate-resource.ts';
import { lockForChange } from '../../db/queries/lock-for-change.ts';
import { updateResource } from '../../db/queries/update-resource.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { insideOnce } from '../policies/inside-once.ts';
import { insideBusiness, insideOwner } from '../policies/tenancy.ts';
import { presentResource } from '../presenters/resources.ts';
import { notFound } from '../problem.ts';
import { created, ok, refuse } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { businessParams } from '../schemas/businesses.ts';
import { newResource, resource, resourceChange, resourcePage, resourceParams } from '../schemas/resources.ts';
import { ownerQuery } from '../schemas/scope.ts';
import { changedMeanwhile, mayChange } from '../version.ts';

const path = '/businesses/{businessId}/resources';
const tag = 'resources';

function shown(row: ResourceRow | null): Reply {
  return row === null ? refuse(notFound('resource')) : ok(presentResource(row));
}

function resourcesOfBusiness({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path,
    name: 'listResources',
    summary: 'Who takes appointments: people, chairs, rooms; the preferred first',
    tag,
    params: businessParams,
    answers: { 200: resourcePage },
    problems: [404],
    answer: ({ params }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) =>
        ok({ items: (await listResources(manager, business.id)).map(presentResource) }),
      ),
  });
}

function addResource({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path,
    name: 'createResource',
    summary: 'Add one who takes appointments; without own hours it has those of the business',
    tag,
    params: businessParams,
    body: newResource,
    onceByKey: true,
    answers: { 201: resource },
    problems: [400, 404],
    answer: ({ params, body, sent }) =>
      insideOnce(database, { ...params, sent }, async ({ manager, business }) => {
        const row = await insertResource(manager, business.id, body);
        return created(presentResource(row), `/api/v1/resources/${row.id}`);
      }),
  });
}

function oneResource({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/resources/{resourceId}',
    name: 'getResource',
    summary: 'One resource',
    tag,
    params: resourceParams,
    query: ownerQuery,
    answers: { 200: resource },
    problems: [400, 404],
    answer: ({ params: { resourceId }, query }) =>
      insideOwner(
        { database, locate: locateResource },
        { what: 'resource', id: resourceId, ...query },
        async ({ manager, business }) => shown(await findResource(manager, business.id, resourceId)),
      ),
  });
}

function changeResource({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'patch',
    path: '/resources/{resourceId}',
    name: 'changeResource',
    summary: 'Change a resource; with `active: false` it takes no more appointments and keeps those it has',
    tag,
    params: resourceParams,
    query: ownerQuery,
    body: resourceChange,
    ifUnchanged: true,
    answers: { 200: resource },
    problems: [400, 404],
    answer: ({ params: { resourceId }, query, body, ifMatch }) =>
      insideOwner(
        { database, locate: locateResource },
        { what: 'resource', id: resourceId, ...query },
        async ({ manager, business }) => {
          await lockForChange(manager, business.id, resourceId);
          const row = await findResource(manager, business.id, resourceId);
          if (row !== null && !mayChange(ifMatch, presentResource(row))) return changedMeanwhile();
          return shown(await updateResource(manager, business.id, { resourceId, ...body }));
        },
      ),
  });
}

export function resourceRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [
    resourcesOfBusiness(dependencies),
    addResource(dependencies),
    oneResource(dependencies),
    changeResource(dependencies),
  ];
}
