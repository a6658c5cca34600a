import type { ConsoleUserRow } from '../../db/entities/console-user.ts';
import { deleteUser } from '../../db/queries/delete-user.ts';
import { endSessions } from '../../db/queries/end-sessions.ts';
import { findUser } from '../../db/queries/find-user.ts';
import { insertUser } from '../../db/queries/insert-user.ts';
import type { UserWrite } from '../../db/queries/insert-user.ts';
import { listUsers } from '../../db/queries/list-users.ts';
import { updateUser } from '../../db/queries/update-user.ts';
import type { PeopleDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { pageOfRows, rowsToRead } from '../paging.ts';
import { refuseOwnEnd } from '../policies/own-account.ts';
import { presentUser } from '../presenters/people.ts';
import { invalidRequest, notFound, problem } from '../problem.ts';
import { created, noContent, ok, refuse } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { madeUser, newUser, userAnswer, userChange, userPage, userParams, userQuery } from '../schemas/people.ts';
import { changePassword, renewFirstPassword } from './password.ts';
import { firstPasswordUntil, newFirstPassword } from '../sessions/first-password.ts';
import { hashPassword } from '../sessions/passwords.ts';

const tag = 'people';

function written(write: UserWrite, answer: (user: ConsoleUserRow) => Reply): Reply {
  if (write.kind === 'written') return answer(write.user);
  if (write.kind === 'emailTaken') {
    const message = 'Another user has this address.';
    return refuse(problem('already-exists', message, { errors: [{ field: 'email', code: 'taken', message }] }));
  }
  return refuse(invalidRequest([{ field: 'businessId', code: 'not-there', message: 'There is no such business.' }]));
}

function allUsers({ database }: PeopleDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/users',
    name: 'listUsers',
    summary: 'Everybody who may open the console, oldest first',
    tag,
    access: 'operator',
    query: userQuery,
    answers: { 200: userPage },
    problems: [400],
    async answer({ query }) {
      const rows = await database.anywhere((manager) => listUsers(manager, rowsToRead(query)));
      return ok(pageOfRows(rows, query, presentUser));
    },
  });
}

function makeUser({ database, log, now }: PeopleDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/users',
    name: 'createUser',
    summary: 'Let somebody into the console: an owner into one business, an operator into all',
    tag,
    access: 'operator',
    body: newUser,
    twice:
      'no password is kept in any form but the user’s own; of one address there is one user, so the second is refused',
    answers: { 201: madeUser },
    problems: [400, 409],
    async answer({ body, visit }) {
      const { password, businessId = null, ...fields } = body;
      const firstPassword = password ?? newFirstPassword();
      const secret = { passwordHash: await hashPassword(firstPassword), firstPasswordUntil: firstPasswordUntil(now()) };
      const write = await database.anywhere((manager) => insertUser(manager, { ...fields, businessId, ...secret }));
      return written(write, (user) => {
        log.info('user_made', { userId: user.id, role: user.role, by: visit.asker?.userId });
        const told = password === undefined ? { firstPassword } : {};
        return created({ ...presentUser(user), ...told }, `/api/v1/users/${user.id}`);
      });
    },
  });
}

function changeUser({ database, log }: PeopleDependencies): Endpoint {
  return endpoint({
    method: 'patch',
    path: '/users/{userId}',
    name: 'changeUser',
    summary: 'Change a user; where that changes what they may see, their sessions are over',
    tag,
    access: 'operator',
    params: userParams,
    body: userChange,
    answers: { 200: userAnswer },
    problems: [400, 404, 409],
    answer: ({ params, body, visit }) =>
      database.anywhere(async (manager) => {
        const user = await findUser(manager, { id: params.userId });
        if (user === null) return refuse(notFound('user'));
        const isEnd = body.active === false || body.role === 'owner';
        const own = isEnd ? refuseOwnEnd(visit, user.id) : null;
        if (own !== null) return refuse(own);
        const businessId = body.role === undefined ? undefined : (body.businessId ?? null);
        const write = await updateUser(manager, user, { ...body, businessId });
        if (body.role !== undefined || body.active === false) {
          await endSessions(manager, { kind: 'ofUser', userId: user.id, exceptTokenHash: null });
        }
        log.info('user_changed', { userId: user.id, fields: Object.keys(body), by: visit.asker?.userId });
        return written(write, (changed) => ok(presentUser(changed)));
      }),
  });
}

function forgetUser({ database, log }: PeopleDependencies): Endpoint {
  return endpoint({
    method: 'delete',
    path: '/users/{userId}',
    name: 'deleteUser',
    summary: 'Let somebody into the console no more',
    tag,
    access: 'operator',
    params: userParams,
    answers: { 204: null },
    problems: [404, 409],
    answer: ({ params, visit }) =>
      database.anywhere(async (manager) => {
        const own = refuseOwnEnd(visit, params.userId);
        if (own !== null) return refuse(own);
        if ((await findUser(manager, { id: params.userId })) === null) return refuse(notFound('user'));
        await deleteUser(manager, params.userId);
        log.info('user_deleted', { userId: params.userId, by: visit.asker?.userId });
        return noContent();
      }),
  });
}

export function userRoutes(dependencies: PeopleDependencies): Endpoint[] {
  return [
    allUsers(dependencies),
    makeUser(dependencies),
    changeUser(dependencies),
    forgetUser(dependencies),
    changePassword(dependencies),
    renewFirstPassword(dependencies),
  ];
}
