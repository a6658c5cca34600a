import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { problem, sendProblem } from '../problem.ts';
import { opensWith } from './admin-token.ts';
import type { AdminToken } from './admin-token.ts';

const STRANGER_REQUESTS_PER_MINUTE = 600;

/** Slows down strangers who guess tokens or cookies; whoever is let in is never slowed. */
export function slowDownStrangers(token: AdminToken): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: STRANGER_REQUESTS_PER_MINUTE,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    skip: (request) => opensWith(token, request.headers.authorization),
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode !== 401,
    handler: (_request, response) => {
      sendProblem(response, problem('too-many-requests', 'Wait a minute and try again.'));
    },
  });
}
