import { enrichLead } from '../../db/queries/enrich-lead.ts';
import { findLead } from '../../db/queries/find-lead.ts';
import { listLeads } from '../../db/queries/list-leads.ts';
import { locateLead } from '../../db/queries/locate-lead.ts';
import { lockForChange } from '../../db/queries/lock-for-change.ts';
import type { LeadRow } from '../../db/entities/lead.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { pageOfRows, rowsToRead } from '../paging.ts';
import { insideBusiness, insideOwner } from '../policies/tenancy.ts';
import { presentLead } from '../presenters/leads.ts';
import { notFound } from '../problem.ts';
import { ok, refuse } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { businessParams } from '../schemas/businesses.ts';
import { lead, leadChange, leadPage, leadParams, leadQuery } from '../schemas/leads.ts';
import { ownerQuery } from '../schemas/scope.ts';
import { changedMeanwhile, mayChange } from '../version.ts';

const tag = 'leads';

function shown(row: LeadRow | null): Reply {
  return row === null ? refuse(notFound('lead')) : ok(presentLead(row));
}

function leadsOfBusiness({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/businesses/{businessId}/leads',
    name: 'listLeads',
    summary: 'Everybody who called or was booked, who called last first; `q` looks in names and phone digits',
    tag,
    params: businessParams,
    query: leadQuery,
    answers: { 200: leadPage },
    problems: [400, 404],
    answer: ({ params, query }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) =>
        ok(pageOfRows(await listLeads(manager, business.id, { ...query, ...rowsToRead(query) }), query, presentLead)),
      ),
  });
}

function oneLead({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/leads/{leadId}',
    name: 'getLead',
    summary: 'One lead',
    tag,
    params: leadParams,
    query: ownerQuery,
    answers: { 200: lead },
    problems: [400, 404],
    answer: ({ params, query }) =>
      insideOwner(
        { database, locate: locateLead },
        { what: 'lead', id: params.leadId, ...query },
        async ({ manager, business }) => shown(await findLead(manager, business.id, params.leadId)),
      ),
  });
}

function changeLead({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'patch',
    path: '/leads/{leadId}',
    name: 'changeLead',
    summary: 'Change what is known of a lead',
    tag,
    params: leadParams,
    query: ownerQuery,
    body: leadChange,
    ifUnchanged: true,
    answers: { 200: lead },
    problems: [400, 404],
    answer: ({ params: { leadId }, query, body, ifMatch }) =>
      insideOwner({ database, locate: locateLead }, { what: 'lead', id: leadId, ...query }, async (inside) => {
        const { manager, business } = inside;
        await lockForChange(manager, business.id, leadId);
        const row = await findLead(manager, business.id, leadId);
        if (row !== null && !mayChange(ifMatch, presentLead(row))) return changedMeanwhile();
        return shown(await enrichLead(manager, business.id, { leadId, ...body }));
      }),
  });
}

export function leadRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [leadsOfBusiness(dependencies), oneLead(dependencies), changeLead(dependencies)];
}
