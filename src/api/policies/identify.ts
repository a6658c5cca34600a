import type { Request, RequestHandler } from 'express';
import { problem, sendProblem } from '../problem.ts';
import { isCsrfTokenOf } from '../sessions/session-token.ts';
import { readSessionCookie } from '../sessions/session-cookie.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { opensWith } from './admin-token.ts';
import type { AdminToken } from './admin-token.ts';
import { isFromElsewhere, isSameOrigin } from './same-origin.ts';
import { administrator, rememberVisit } from './visit.ts';
import type { Visit } from './visit.ts';

export interface IdentifyOptions {
  adminToken: AdminToken;
  sessions: Sessions;
  publicOrigin: string;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const isSignIn = ({ method, path }: Request): boolean => method === 'POST' && path === '/session';

/**
 * Finds out who asks: by bearer token, else by session cookie. A cookie is sent by the browser whatever page made it, so without a
 * bearer token every method that changes something must come from a page of ours, and with a cookie carry the session's CSRF token.
 */
export function identify({ adminToken, sessions, publicOrigin }: IdentifyOptions): RequestHandler {
  const visitBy = async (request: Request): Promise<Visit> => {
    const address = request.ip ?? 'unknown';
    const sessionToken = readSessionCookie(request.headers.cookie);
    if (request.headers.authorization !== undefined) {
      const isAdmin = opensWith(adminToken, request.headers.authorization);
      return { asker: isAdmin ? administrator : null, address, sessionToken };
    }
    return { asker: sessionToken === null ? null : await sessions.find(sessionToken), address, sessionToken };
  };

  const mayBeForged = (request: Request, { asker, sessionToken }: Visit): boolean => {
    if (SAFE_METHODS.has(request.method) || request.headers.authorization !== undefined) return false;
    if (asker === null || isSignIn(request)) return isFromElsewhere(request, publicOrigin);
    const isProven = isCsrfTokenOf(sessionToken ?? '', request.get('x-csrf-token'));
    return !(isSameOrigin(request, publicOrigin) && isProven);
  };

  return async (request, response, next) => {
    const visit = await visitBy(request);
    rememberVisit(request, visit);
    if (!mayBeForged(request, visit)) return next();
    sendProblem(
      response,
      problem('forbidden', 'Send this from a page of the console, with its header "X-CSRF-Token".'),
    );
  };
}
