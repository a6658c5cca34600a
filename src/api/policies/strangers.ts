import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { problem, sendProblem } from '../problem.ts';
import { opensWith } from './admin-token.ts';
import type { AdminToken } from './admin-token.ts';

const STRANGER_REQUESTS_PER_MINUTE = 600;

/** Slows down strangers who guess tokens; whoever has the token is never slowed. */
export function slowDownStrangers(token: AdminToken): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: STRANGER_REQUESTS_PER_MINUTE,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    skip: (request) => opensWith(token, request.headers.authorization),
    handler: (_request, response) => {
      sendProblem(response, problem('too-many-requests', 'Wait a minute and try again.'));
    },
  });
}

/** Lets nobody pass without the administrator's bearer token. */
export function refuseStrangers(token: AdminToken): RequestHandler {
  return (request, response, next) => {
    if (opensWith(token, request.headers.authorization)) return next();
    response.setHeader('www-authenticate', 'Bearer realm="toran"');
    sendProblem(response, problem('unauthorized', 'Send the header "Authorization: Bearer <admin token>".'));
  };
}
