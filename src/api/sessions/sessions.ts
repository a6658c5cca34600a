import { endSessions } from '../../db/queries/end-sessions.ts';
import { findSession } from '../../db/queries/find-session.ts';
import type { SessionRow } from '../../db/queries/find-session.ts';
import { insertSession } from '../../db/queries/insert-session.ts';
import { seeSession } from '../../db/queries/see-session.ts';
import type { AdminToken } from '../policies/admin-token.ts';
import type { AskedDatabase } from '../policies/own-business.ts';
import { administrator } from '../policies/visit.ts';
import type { Asker } from '../policies/visit.ts';
import { hashOfToken, newSessionToken } from './session-token.ts';

/** A session ends after half a day without a request, and after a week whatever happens. */
const limits = { idleSeconds: 12 * 3600, absoluteSeconds: 7 * 24 * 3600 };

type User = NonNullable<SessionRow['user']>;

export interface SessionsOptions {
  database: AskedDatabase;
  adminToken: AdminToken;
  now: () => number;
}

/** Null for whoever may not come in (any more): the account is closed, or the password that somebody else set has had its days. */
export function askerOf(user: User, at: Date): Asker | null {
  const { id: userId, email, name, role, businessId, active, firstPasswordUntil } = user;
  if (!active || (firstPasswordUntil !== null && firstPasswordUntil <= at)) return null;
  const password = firstPasswordUntil === null ? 'own' : 'first';
  if (role === 'operator') return { userId, email, name, password, role, businessId: null };
  return businessId === null ? null : { userId, email, name, password, role, businessId };
}

/** Sessions of the console, kept in the database by the hash of their token, so that every node knows them. */
export class Sessions {
  readonly #options: SessionsOptions;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** A new session with a new token; the one the browser had before is over, so nobody can have planted it. */
  async open(user: User | 'administrator', before: string | null): Promise<string> {
    const { database, adminToken } = this.#options;
    const token = newSessionToken();
    const whose =
      user === 'administrator'
        ? { userId: null, adminTokenHash: adminToken.sha256, businessId: null }
        : { userId: user.id, adminTokenHash: null, businessId: user.businessId };
    await database.anywhere(async (manager) => {
      if (before !== null) await endSessions(manager, { kind: 'one', tokenHash: hashOfToken(before) });
      await endSessions(manager, { kind: 'expired', now: this.#now(), ...limits });
      await insertSession(manager, { tokenHash: hashOfToken(token), ...whose, now: this.#now() });
    });
    return token;
  }

  /** Who has this session and uses it now; null where it is over or never was. */
  async find(token: string): Promise<Asker | null> {
    const lookup = this.#lookup(token);
    const session = await this.#options.database.anywhere(async (manager) => {
      const found = await findSession(manager, lookup);
      if (found !== null) await seeSession(manager, lookup);
      return found;
    });
    return session === null ? null : this.#asker(session);
  }

  /** The same without using it: who only waits for news lets it become idle. */
  async glance(token: string): Promise<Asker | null> {
    const session = await this.#options.database.anywhere((manager) => findSession(manager, this.#lookup(token)));
    return session === null ? null : this.#asker(session);
  }

  async end(token: string): Promise<void> {
    const tokenHash = hashOfToken(token);
    await this.#options.database.anywhere((manager) => endSessions(manager, { kind: 'one', tokenHash }));
  }

  #asker({ user, adminTokenHash }: SessionRow): Asker | null {
    if (user !== null) return askerOf(user, this.#now());
    return adminTokenHash === this.#options.adminToken.sha256 ? administrator : null;
  }

  #lookup(token: string) {
    return { tokenHash: hashOfToken(token), now: this.#now(), ...limits };
  }

  #now(): Date {
    return new Date(this.#options.now());
  }
}
