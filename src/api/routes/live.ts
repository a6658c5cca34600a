import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { EndpointDescription } from '../endpoint.ts';
import type { LiveCalls, LiveEvent } from '../live-port.ts';
import { isStillIn } from '../policies/still-in.ts';
import { visitOf } from '../policies/visit.ts';
import { presentLiveCall } from '../presenters/live-calls.ts';
import { ownerQuery } from '../schemas/scope.ts';
import type { Sessions } from '../sessions/sessions.ts';

const HEARTBEAT_MS = 15_000;
const UNREAD_BYTES_LIMIT = 1024 * 1024;

function write(response: Response, name: string, body: unknown): void {
  if (response.writableLength > UNREAD_BYTES_LIMIT) response.destroy();
  else response.write(`event: ${name}\ndata: ${JSON.stringify(body)}\n\n`);
}

function open(response: Response): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
}

export const liveDescription: EndpointDescription = {
  method: 'get',
  path: '/live',
  name: 'watchLiveCalls',
  summary:
    'Server-sent events: first `calls` with every live call, then started, state, fact, server, heard and ended as they happen',
  tag: 'calls',
  access: 'signedIn',
  params: z.object({}),
  query: z.object({ ...ownerQuery.shape, callSid: z.string().optional() }),
  body: null,
  contentType: 'text/event-stream',
  answers: { 200: z.string() },
  problems: [],
};

/**
 * `GET /live`: server-sent events. First `calls` with every live call, then each event under its own name
 * as it happens; `?businessId=` keeps to one business. A reader that does not read is dropped; one whose session is over, or
 * cannot be looked up, is told nothing more after the next heartbeat.
 */
export function liveRoute(liveCalls: LiveCalls, sessions: Pick<Sessions, 'glance'>): RequestHandler {
  return (request, response) => {
    const { asker } = visitOf(request);
    const { businessId: asked, callSid } = request.query;
    const isSeen = ({ businessId }: { businessId: string }) =>
      asker !== null && (asker.businessId === null || asker.businessId === businessId);
    const isWanted = (of: { businessId: string; callSid: string }) =>
      isSeen(of) &&
      (typeof asked !== 'string' || of.businessId === asked) &&
      (typeof callSid !== 'string' || of.callSid === callSid);
    open(response);
    write(response, 'calls', { items: liveCalls.list().filter(isWanted).map(presentLiveCall) });
    const tell = (event: LiveEvent) => {
      const { type, ...told } = event;
      if (isWanted(event)) write(response, type, told);
    };
    const leave = liveCalls.subscribe(tell);
    const stop = () => {
      clearInterval(heartbeat);
      leave();
    };
    const beat = async () => {
      const isIn = await isStillIn(request, sessions).catch(() => false);
      if (response.writableEnded) return;
      if (isIn) return void response.write(': still here\n\n');
      stop();
      response.end();
    };
    const heartbeat = setInterval(() => void beat(), HEARTBEAT_MS);
    response.on('close', stop);
  };
}
