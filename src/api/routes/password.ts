import type { ConsoleUserRow } from '../../db/entities/console-user.ts';
import { endSessions } from '../../db/queries/end-sessions.ts';
import { findUser } from '../../db/queries/find-user.ts';
import { updateUser } from '../../db/queries/update-user.ts';
import type { PeopleDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { isOwn } from '../policies/own-account.ts';
import type { Visit } from '../policies/visit.ts';
import { invalidRequest, notFound, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { noContent, ok, refuse } from '../reply.ts';
import { firstPasswordAnswer, passwordChange, userParams } from '../schemas/people.ts';
import { firstPasswordUntil, newFirstPassword } from '../sessions/first-password.ts';
import { forgive, mayTry } from '../sessions/login-limits.ts';
import { hashPassword, isRightPassword } from '../sessions/passwords.ts';
import { hashOfToken } from '../sessions/session-token.ts';

const tag = 'people';

interface Change {
  user: ConsoleUserRow;
  visit: Visit;
  body: { newPassword: string; currentPassword?: string | undefined };
}

const isTheirs = (visit: Visit, userId: string): boolean =>
  isOwn(visit, userId) || (visit.asker?.role === 'operator' && visit.asker.password === 'own');

/** Whoever changes their own password must know it, also on a console left open; an operator may set another's. */
async function whyNot(
  { database, now }: PeopleDependencies,
  { user, visit, body: { newPassword, currentPassword = '' } }: Change,
): Promise<Problem | null> {
  if (!isOwn(visit, user.id)) return null;
  const attempt = { account: user.email, address: visit.address, at: new Date(now()) };
  if (!(await mayTry(database, attempt))) return problem('too-many-requests', 'Too many tries. Wait a while.');
  if (!(await isRightPassword(currentPassword, user.passwordHash))) {
    return invalidRequest([
      { field: 'currentPassword', code: 'wrong-password', message: 'This is not your password now.' },
    ]);
  }
  await forgive(database, attempt);
  if (newPassword.normalize('NFC') !== currentPassword.normalize('NFC')) return null;
  return invalidRequest([
    { field: 'newPassword', code: 'same-password', message: 'This is the one you have. Choose another one.' },
  ]);
}

/** Keeps a new password of a user; every session of theirs is over but the one in which they chose it. */
async function keep(
  { database, log }: PeopleDependencies,
  { user, visit, password, until }: { user: ConsoleUserRow; visit: Visit; password: string; until: Date | null },
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const exceptTokenHash = until === null && visit.sessionToken !== null ? hashOfToken(visit.sessionToken) : null;
  await database.anywhere(async (manager) => {
    await updateUser(manager, user, { passwordHash, firstPasswordUntil: until });
    await endSessions(manager, { kind: 'ofUser', userId: user.id, exceptTokenHash });
  });
  log.info('password_changed', { userId: user.id, by: visit.asker?.userId });
}

/** Changes a password: one's own, or for an operator anybody's; that one is a first password. */
export function changePassword(dependencies: PeopleDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/users/{userId}/password',
    name: 'changePassword',
    summary: 'Change a password: your own with the current one, or as an operator anybody’s; other sessions end',
    tag,
    access: 'newcomer',
    params: userParams,
    body: passwordChange,
    twice: 'no password is kept in any form but the user’s own; sent twice, it is the same password',
    answers: { 204: null },
    problems: [400, 404, 429],
    async answer({ params: { userId }, body, visit }) {
      const user = isTheirs(visit, userId)
        ? await dependencies.database.anywhere((manager) => findUser(manager, { id: userId }))
        : null;
      if (user === null) return refuse(notFound('user'));
      const refusal = await whyNot(dependencies, { user, visit, body });
      if (refusal !== null) return refuse(refusal);
      const until = isOwn(visit, userId) ? null : firstPasswordUntil(dependencies.now());
      await keep(dependencies, { user, visit, password: body.newPassword, until });
      return noContent();
    },
  });
}

/** Makes a first password for somebody who cannot come in (any more). One's own is changed with `changePassword`. */
export function renewFirstPassword(dependencies: PeopleDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/users/{userId}/first-password',
    name: 'renewFirstPassword',
    summary: 'Make a password with which a user can come in for three days and choose their own; their sessions end',
    tag,
    access: 'operator',
    params: userParams,
    twice: 'no password is kept in any form but the user’s own; sent twice, the newer one counts',
    answers: { 200: firstPasswordAnswer },
    problems: [404, 409],
    async answer({ params: { userId }, visit }) {
      if (isOwn(visit, userId)) return refuse(problem('not-changeable', 'Change your own with the current one.'));
      const user = await dependencies.database.anywhere((manager) => findUser(manager, { id: userId }));
      if (user === null) return refuse(notFound('user'));
      const firstPassword = newFirstPassword();
      const until = firstPasswordUntil(dependencies.now());
      await keep(dependencies, { user, visit, password: firstPassword, until });
      return ok({ firstPassword, firstPasswordUntil: until.toISOString() });
    },
  });
}
