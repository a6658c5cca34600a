import type { RequestHandler, Response, Router } from 'express';
import type { Endpoint } from './endpoint.ts';
import { problem, sendProblem } from './problem.ts';
import type { Reply } from './reply.ts';

function send(response: Response, reply: Reply): void {
  if (reply.kind === 'problem') return sendProblem(response, reply.problem);
  response.status(reply.status).set(reply.headers ?? {});
  if (reply.status === 204) response.end();
  else response.json(reply.body);
}

function answering(endpoint: Endpoint): RequestHandler {
  return async (request, response) => {
    send(response, await endpoint.run(request));
  };
}

function refuseOtherMethods(methods: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.setHeader('allow', methods.join(', '));
    sendProblem(response, problem('method-not-allowed', `Use ${methods.join(' or ')} here.`));
  };
}

/** Puts routes on a router; a known path with another method answers 405 with `Allow`. */
export function mountEndpoints(router: Router, endpoints: readonly Endpoint[]): void {
  const methodsByPath = new Map<string, string[]>();
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methodsByPath.set(path, [...(methodsByPath.get(path) ?? []), endpoint.method.toUpperCase()]);
    router[endpoint.method](path, answering(endpoint));
  }
  for (const [path, methods] of methodsByPath) router.all(path, refuseOtherMethods(methods.sort()));
}
