import type { ConsoleUserRow } from '../../db/entities/console-user.ts';
import { endSessions } from '../../db/queries/end-sessions.ts';
import { findUser } from '../../db/queries/find-user.ts';
import { updateUser } from '../../db/queries/update-user.ts';
import type { PeopleDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Visit } from '../policies/visit.ts';
import { invalidRequest, notFound, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { noContent, refuse } from '../reply.ts';
import { passwordChange, userParams } from '../schemas/people.ts';
import { forgive, mayTry } from '../sessions/login-limits.ts';
import { hashPassword, isRightPassword } from '../sessions/passwords.ts';
import { hashOfToken } from '../sessions/session-token.ts';

/** Whoever changes their own password must know it, also on a console left open; an operator may set another's. */
async function whyNot(
  { database, now }: PeopleDependencies,
  { user, visit, current }: { user: ConsoleUserRow; visit: Visit; current: string | undefined },
): Promise<Problem | null> {
  if (visit.asker?.userId !== user.id) return null;
  const attempt = { account: user.email, address: visit.address, at: new Date(now()) };
  if (!(await mayTry(database, attempt))) return problem('too-many-requests', 'Too many tries. Wait a while.');
  if (!(await isRightPassword(current ?? '', user.passwordHash))) {
    return invalidRequest([{ field: 'currentPassword', message: 'This is not your password now.' }]);
  }
  await forgive(database, attempt);
  return null;
}

const isTheirs = ({ asker }: Visit, userId: string): boolean =>
  asker?.role === 'operator' || asker?.userId === userId.toLowerCase();

/** Changes a password, one's own or, for an operator, anybody's. Every other session of that user is over. */
export function changePassword(dependencies: PeopleDependencies): Endpoint {
  const { database, log } = dependencies;
  return endpoint({
    method: 'post',
    path: '/users/{userId}/password',
    name: 'changePassword',
    summary: 'Change a password: your own with the current one, or as an operator anybody’s; other sessions end',
    tag: 'people',
    params: userParams,
    body: passwordChange,
    answers: { 204: null },
    problems: [400, 404, 429],
    async answer({ params: { userId }, body, visit }) {
      const user = isTheirs(visit, userId)
        ? await database.anywhere((manager) => findUser(manager, { id: userId }))
        : null;
      if (user === null) return refuse(notFound('user'));
      const refusal = await whyNot(dependencies, { user, visit, current: body.currentPassword });
      if (refusal !== null) return refuse(refusal);
      const passwordHash = await hashPassword(body.newPassword);
      const isOwn = visit.asker?.userId === user.id && visit.sessionToken !== null;
      const exceptTokenHash = isOwn ? hashOfToken(visit.sessionToken ?? '') : null;
      await database.anywhere(async (manager) => {
        await updateUser(manager, user, { passwordHash });
        await endSessions(manager, { kind: 'ofUser', userId: user.id, exceptTokenHash });
      });
      log.info('password_changed', { userId: user.id, by: visit.asker?.userId });
      return noContent();
    },
  });
}
