import type { RequestHandler } from 'express';
import { problem, sendProblem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { visitOf } from './visit.ts';
import type { Visit } from './visit.ts';

/** Who may use a route: anybody at all, whoever is signed in (`newcomer`: also with a first password), or operators alone. */
export type Access = 'anybody' | 'newcomer' | 'signedIn' | 'operator';

/** Why a visit may not use a route; null where it may. */
function refusalOf(access: Access, { asker }: Visit): Problem | null {
  if (access === 'anybody') return null;
  if (asker === null) {
    return problem('unauthorized', 'Sign in, or send the header "Authorization: Bearer <admin token>".');
  }
  if (access === 'newcomer') return null;
  if (asker.password === 'first') {
    const how = 'Choose your own password first: POST /users/{your id}/password with newPassword and currentPassword.';
    return problem('first-password', how);
  }
  if (access === 'operator' && asker.role !== 'operator') return problem('forbidden', 'Only an operator may do this.');
  return null;
}

/** Lets a request pass only where its visitor may use the route. */
export function admit(access: Access): RequestHandler {
  return (request, response, next) => {
    const refusal = refusalOf(access, visitOf(request));
    if (refusal === null) return next();
    if (refusal.status === 401) response.setHeader('www-authenticate', 'Bearer realm="toran"');
    sendProblem(response, refusal);
  };
}
