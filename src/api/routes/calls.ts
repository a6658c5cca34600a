import { listCalls } from '../../db/queries/list-calls.ts';
import { loadCallEvents } from '../../db/queries/load-call-events.ts';
import { loadTranscript } from '../../db/queries/load-transcript.ts';
import { locateCall } from '../../db/queries/locate-call.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { pageOfRows, rowsToRead } from '../paging.ts';
import { insideCall } from '../policies/inside-call.ts';
import { insideBusiness, insideOwner } from '../policies/tenancy.ts';
import { presentCall, presentCallEvent, presentTranscriptLine } from '../presenters/calls.ts';
import { ok } from '../reply.ts';
import { callEventPage, callPage, callParams, callQuery, callStory } from '../schemas/calls.ts';
import { ownerQuery } from '../schemas/scope.ts';

const tag = 'calls';
const LIVE = { true: 'only', false: 'ended' } as const;

function calls({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/calls',
    name: 'listCalls',
    summary: 'Calls, newest first; of one business, one lead, or only live or ended ones, where asked',
    tag,
    query: callQuery,
    answers: { 200: callPage },
    problems: [400, 404],
    async answer({ query }) {
      const { businessId, leadId, kind, outcome, from, to, q } = query;
      const live = query.live === undefined ? undefined : LIVE[query.live];
      const wanted = { ...rowsToRead(query), live, leadId, kind, outcome, from, to, q };
      if (businessId === undefined) {
        const rows = await database.anywhere((manager) => listCalls(manager, null, wanted));
        return ok(pageOfRows(rows, query, presentCall));
      }
      return await insideBusiness(database, businessId, async ({ manager }) =>
        ok(pageOfRows(await listCalls(manager, businessId, wanted), query, presentCall)),
      );
    },
  });
}

function oneCall({ database, liveCalls }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/calls/{callSid}',
    name: 'getCall',
    summary: 'One call: its session, its timeline of facts, and what was really heard',
    tag,
    params: callParams,
    query: ownerQuery,
    answers: { 200: callStory },
    problems: [400, 404],
    answer: ({ params: { callSid }, query }) =>
      insideCall(database, { callSid, ...query }, async ({ manager, business, call }) => {
        const timeline = await loadCallEvents(manager, business.id, callSid);
        const transcript = await loadTranscript(manager, business.id, callSid);
        return ok({
          session: presentCall(call),
          state: liveCalls.find(callSid)?.state ?? null,
          timeline: timeline.map(presentCallEvent),
          transcript: transcript.map(presentTranscriptLine),
        });
      }),
  });
}

function callEvents({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/calls/{callSid}/events',
    name: 'getCallEvents',
    summary: 'Every recorded fact of a call, in order: enough to replay it',
    tag,
    params: callParams,
    query: ownerQuery,
    answers: { 200: callEventPage },
    problems: [400, 404],
    answer: ({ params: { callSid }, query }) =>
      insideOwner(
        { database, locate: locateCall },
        { what: 'call', id: callSid, ...query },
        async ({ manager, business }) => {
          const events = await loadCallEvents(manager, business.id, callSid);
          return ok({ items: events.map(presentCallEvent) });
        },
      ),
  });
}

export function callRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [calls(dependencies), oneCall(dependencies), callEvents(dependencies)];
}
