import { replayCall, replayFrames } from '../../call/replay.ts';
import type { RecordedFact } from '../../call/replay.ts';
import { scriptOfCall } from '../../call/script-of-call.ts';
import { loadCallEvents } from '../../db/queries/load-call-events.ts';
import { loadTranscript } from '../../db/queries/load-transcript.ts';
import { locateCall } from '../../db/queries/locate-call.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { insideCall } from '../policies/inside-call.ts';
import { insideOwner } from '../policies/tenancy.ts';
import { presentCall, presentCallEvent, presentTranscriptLine } from '../presenters/calls.ts';
import { ok, withHeaders } from '../reply.ts';
import { callLog, callParams, callReplay, callScript } from '../schemas/calls.ts';
import { ownerQuery } from '../schemas/scope.ts';

function presentReplay(records: readonly RecordedFact[]) {
  const replay = replayCall(records);
  const frames = replayFrames(records).map(({ seq, ms, fact, state, given }) => ({ seq, ms, fact, state, given }));
  if (replay.kind !== 'different') return { frames, identical: replay.kind === 'identical' };
  const { kind: _kind, ...firstDifference } = replay;
  return { frames, identical: false, firstDifference };
}

function replayed({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/calls/{callSid}/replay',
    name: 'replayCall',
    summary: 'The recorded facts run through today’s machine, moment by moment',
    tag: 'calls',
    params: callParams,
    query: ownerQuery,
    answers: { 200: callReplay },
    problems: [400, 404],
    answer: ({ params: { callSid }, query }) =>
      insideOwner(
        { database, locate: locateCall },
        { what: 'call', id: callSid, ...query },
        async ({ manager, business }) => ok(presentReplay(await loadCallEvents(manager, business.id, callSid))),
      ),
  });
}

function script({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/calls/{callSid}/script',
    name: 'getCallScript',
    summary: 'What the caller did, as a call script that `npm run call` plays',
    tag: 'calls',
    params: callParams,
    query: ownerQuery,
    answers: { 200: callScript },
    problems: [400, 404],
    answer: ({ params: { callSid }, query }) =>
      insideCall(database, { callSid, ...query }, async ({ manager, business, call }) => {
        const events = await loadCallEvents(manager, business.id, callSid);
        return ok({ yaml: scriptOfCall(callSid, events, call.fromNumber) });
      }),
  });
}

function log({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/calls/{callSid}/log',
    name: 'downloadCallLog',
    summary: 'Everything recorded of a call, as a file',
    tag: 'calls',
    params: callParams,
    query: ownerQuery,
    answers: { 200: callLog },
    problems: [400, 404],
    answer: ({ params: { callSid }, query }) =>
      insideCall(database, { callSid, ...query }, async ({ manager, business, call }) => {
        const events = await loadCallEvents(manager, business.id, callSid);
        const transcript = await loadTranscript(manager, business.id, callSid);
        const file = {
          call: presentCall(call),
          events: events.map(presentCallEvent),
          transcript: transcript.map(presentTranscriptLine),
        };
        return withHeaders(ok(file), { 'content-disposition': `attachment; filename="${callSid}.json"` });
      }),
  });
}

export function callReplayRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [replayed(dependencies), script(dependencies), log(dependencies)];
}
