import express from 'express';
import type { ErrorRequestHandler, Express, Router } from 'express';
import helmet from 'helmet';
import type { Log } from '../shared/log.ts';
import { problemOfFault } from './fault-problem.ts';
import { problem, sendProblem } from './problem.ts';

export interface AppParts {
  /** Mounted at `/api/v1`. */
  api: Router;
  /** `/healthz`, `/readyz`, `/metrics`. */
  operations: Router;
  /** Mounted at the root; its own paths begin with `/twilio`. */
  twilio?: Router;
  /** Everything else a person opens. */
  console?: Router;
  /** Mounted at the root; its own paths begin with `/calendar`. */
  calendar?: Router;
  /** Who may say whom a request comes from, as express's `trust proxy`; left out: nobody. */
  trustedProxies?: number | string[];
  log: Log;
}

function answerFaults(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const answer = problemOfFault(error);
    if (answer.status >= 500) log.error('fault', { error, method: request.method, path: request.path });
    if (response.headersSent) return next(error);
    sendProblem(response, answer);
  };
}

/** The whole HTTP side of the service. Unknown paths and faults answer problem+json; a 5xx is logged and tells no details. */
export function createApp({
  api,
  operations,
  twilio,
  calendar,
  console: pages,
  trustedProxies = 0,
  log,
}: AppParts): Express {
  const app = express();
  app.set('trust proxy', trustedProxies);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  const nothing = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };
  app.use(
    helmet({ contentSecurityPolicy: { useDefaults: false, directives: nothing }, frameguard: { action: 'deny' } }),
  );
  app.use(operations);
  if (twilio !== undefined) app.use(twilio);
  if (calendar !== undefined) app.use(calendar);
  app.use('/api/v1', api);
  if (pages !== undefined) app.use(pages);
  app.use((_request, response) => {
    sendProblem(response, problem('not-found', 'There is nothing at this address.'));
  });
  app.use(answerFaults(log));
  return app;
}
