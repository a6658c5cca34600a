import { findUser } from '../../db/queries/find-user.ts';
import type { Log } from '../../shared/log.ts';
import { opensWith } from '../policies/admin-token.ts';
import type { AdminToken } from '../policies/admin-token.ts';
import type { AskedDatabase } from '../policies/own-business.ts';
import { administrator } from '../policies/visit.ts';
import type { Asker } from '../policies/visit.ts';
import { forgive, mayTry } from './login-limits.ts';
import { isRightPassword } from './passwords.ts';
import { askerOf } from './sessions.ts';
import type { Sessions } from './sessions.ts';

export interface SignInDependencies {
  database: AskedDatabase;
  sessions: Sessions;
  adminToken: AdminToken;
  now: () => number;
  log: Log;
}

export type Credentials = { email: string; password: string } | { adminToken: string };
export type SignIn = { kind: 'signedIn'; asker: Asker; token: string } | { kind: 'wrong' } | { kind: 'locked' };

interface Visitor {
  address: string;
  sessionToken: string | null;
}

/** Opens a session for the right credentials. Wrong ones all look the same from outside, whatever is wrong with them. */
export async function signIn(
  dependencies: SignInDependencies,
  credentials: Credentials,
  { address, sessionToken }: Visitor,
): Promise<SignIn> {
  const { database, sessions, now, log } = dependencies;
  const account = 'email' in credentials ? credentials.email : null;
  const attempt = { account, address, at: new Date(now()) };
  if (!(await mayTry(database, attempt))) {
    log.warn('sign_in_locked', { as: 'email' in credentials ? 'user' : 'administrator' });
    return { kind: 'locked' };
  }
  const found = await whoIs(dependencies, credentials);
  if (found === null) {
    log.warn('sign_in_refused', { as: 'email' in credentials ? 'user' : 'administrator' });
    return { kind: 'wrong' };
  }
  await forgive(database, attempt);
  const token = await sessions.open(found.whose, sessionToken);
  log.info('signed_in', { userId: found.asker.userId, role: found.asker.role });
  return { kind: 'signedIn', asker: found.asker, token };
}

interface Found {
  asker: Asker;
  whose: Parameters<Sessions['open']>[0];
}

async function whoIs(
  { database, adminToken, now }: SignInDependencies,
  credentials: Credentials,
): Promise<Found | null> {
  if ('adminToken' in credentials) {
    const isRight = opensWith(adminToken, `Bearer ${credentials.adminToken}`);
    return isRight ? { asker: administrator, whose: 'administrator' } : null;
  }
  const user = await database.anywhere((manager) => findUser(manager, { email: credentials.email }));
  const isRight = await isRightPassword(credentials.password, user?.passwordHash ?? null);
  if (user === null || !isRight) return null;
  const asker = askerOf(user, new Date(now()));
  return asker === null ? null : { asker, whose: user };
}
