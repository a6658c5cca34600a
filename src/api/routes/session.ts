import { hasUsers } from '../../db/queries/has-users.ts';
import type { PeopleDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { presentSession } from '../presenters/people.ts';
import { problem } from '../problem.ts';
import { noContent, ok, refuse, withHeaders } from '../reply.ts';
import { credentials, session, wayIn } from '../schemas/people.ts';
import { LOGIN_WINDOW_SECONDS } from '../sessions/login-limits.ts';
import { noSessionCookie, sessionCookie } from '../sessions/session-cookie.ts';
import { signIn } from '../sessions/sign-in.ts';

const tag = 'people';
const path = '/session';

function openSession(dependencies: PeopleDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path,
    name: 'openSession',
    summary: 'Sign in, with address and password or with the admin token; the answer sets the session cookie',
    tag,
    access: 'anybody',
    body: credentials,
    twice: 'nobody is signed in by an answer that was kept; sent twice, there are two sessions',
    answers: { 200: session },
    problems: [400, 429],
    async answer({ body, visit }) {
      const result = await signIn(dependencies, body, visit);
      if (result.kind === 'locked') {
        const refused = refuse(problem('too-many-requests', 'Too many tries. Wait a quarter of an hour.'));
        return withHeaders(refused, { 'retry-after': String(LOGIN_WINDOW_SECONDS) });
      }
      if (result.kind === 'wrong') return refuse(problem('wrong-credentials', 'These credentials are not right.'));
      return withHeaders(ok(presentSession(result.asker, result.token)), { 'set-cookie': sessionCookie(result.token) });
    },
  });
}

function readSession(): Endpoint {
  return endpoint({
    method: 'get',
    path,
    name: 'getSession',
    summary: 'Who is signed in with this cookie; 204 where there is none, 401 where its session is over',
    tag,
    access: 'anybody',
    answers: { 200: session, 204: null },
    async answer({ visit: { asker, sessionToken } }) {
      if (sessionToken === null) return noContent();
      if (asker === null) return refuse(problem('unauthorized', 'This session is over.'));
      return ok(presentSession(asker, sessionToken));
    },
  });
}

function showWayIn({ database }: PeopleDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: `${path}/way`,
    name: 'getWayIn',
    summary: 'How people sign in here: with the admin token until somebody was added, then with a password',
    tag,
    access: 'anybody',
    answers: { 200: wayIn },
    answer: async () => ok({ begin: (await database.anywhere(hasUsers)) ? 'password' : 'token' }),
  });
}

function endSession({ sessions, log }: PeopleDependencies): Endpoint {
  return endpoint({
    method: 'delete',
    path,
    name: 'endSession',
    summary: 'Sign out',
    tag,
    access: 'newcomer',
    answers: { 204: null },
    async answer({ visit: { asker, sessionToken } }) {
      if (sessionToken !== null) await sessions.end(sessionToken);
      log.info('signed_out', { userId: asker?.userId });
      return withHeaders(noContent(), { 'set-cookie': noSessionCookie, 'clear-site-data': '"cache", "storage"' });
    },
  });
}

export function sessionRoutes(dependencies: PeopleDependencies): Endpoint[] {
  return [openSession(dependencies), readSession(), showWayIn(dependencies), endSession(dependencies)];
}
