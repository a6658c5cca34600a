import { json } from 'express';
import type { Request, RequestHandler, Response, Router } from 'express';
import type { RepeatedAfter } from '../db/retrying.ts';
import type { Endpoint } from './endpoint.ts';
import { admit } from './policies/access.ts';
import { during, visitOf } from './policies/visit.ts';
import { problem, sendProblem } from './problem.ts';
import type { Reply } from './reply.ts';
import { versionOf } from './version.ts';

const BODY_LIMIT_BYTES = 256 * 1024;

function send(response: Response, reply: Reply): void {
  response.set(reply.headers ?? {});
  if (reply.kind === 'problem') return sendProblem(response, reply.problem);
  response.status(reply.status);
  if (reply.status === 204) response.end();
  else response.set('etag', versionOf(reply.body)).json(reply.body);
}

/** Reading twice, or writing twice under one key, does no harm. */
function repetitionOf({ method, onceByKey }: Endpoint, request: Request): RepeatedAfter {
  const hasKey = request.get('idempotency-key') !== undefined;
  return method === 'get' || (onceByKey === true && hasKey) ? 'anyFault' : 'conflict';
}

function answering(endpoint: Endpoint): RequestHandler {
  return async (request, response) => {
    const underWay = { visit: visitOf(request), repeats: repetitionOf(endpoint, request) };
    send(response, await during(underWay, () => endpoint.run(request)));
  };
}

function refuseOtherMethods(methods: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.setHeader('allow', methods.join(', '));
    sendProblem(response, problem('method-not-allowed', `Use ${methods.join(' or ')} here.`));
  };
}

/**
 * Puts routes on a router. Who may not use one is refused before anything of the body is read; a known path with another method
 * answers 405 with `Allow`.
 */
export function mountEndpoints(router: Router, endpoints: readonly Endpoint[]): void {
  const readBody = json({ limit: BODY_LIMIT_BYTES });
  const methodsByPath = new Map<string, string[]>();
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methodsByPath.set(path, [...(methodsByPath.get(path) ?? []), endpoint.method.toUpperCase()]);
    router[endpoint.method](path, admit(endpoint.access), readBody, answering(endpoint));
  }
  for (const [path, methods] of methodsByPath) {
    router.all(path, admit('signedIn'), refuseOtherMethods(methods.sort()));
  }
}
