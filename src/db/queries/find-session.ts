import type { EntityManager } from 'typeorm';
import type { ConsoleUserRow } from '../entities/console-user.ts';

type SessionUser = Pick<
  ConsoleUserRow,
  'id' | 'email' | 'name' | 'role' | 'businessId' | 'active' | 'firstPasswordUntil'
>;

export interface SessionRow {
  adminTokenHash: string | null;
  /** Null for a session of the administrator's token. */
  user: SessionUser | null;
}

export interface SessionLookup {
  tokenHash: string;
  now: Date;
  idleSeconds: number;
  absoluteSeconds: number;
}

type Row = Omit<SessionUser, 'id'> & { adminTokenHash: string | null; id: string | null };

/** An open session; whether its user may still come in is not asked here. Runs `anywhere`. */
export async function findSession(manager: EntityManager, lookup: SessionLookup): Promise<SessionRow | null> {
  const { tokenHash, now, idleSeconds, absoluteSeconds } = lookup;
  const [row] = await manager.query<Row[]>(
    `SELECT s.admin_token_hash AS "adminTokenHash", u.id, u.email, u.name, u.role, u.business_id AS "businessId",
       u.active, u.first_password_until AS "firstPasswordUntil"
     FROM console_session s LEFT JOIN console_user u ON u.id = s.user_id
     WHERE s.token_hash = $1 AND s.seen_at > $2::timestamptz - make_interval(secs => $3)
       AND s.started_at > $2::timestamptz - make_interval(secs => $4)`,
    [tokenHash, now, idleSeconds, absoluteSeconds],
  );
  if (row === undefined) return null;
  const { adminTokenHash, id, ...user } = row;
  return { adminTokenHash, user: id === null ? null : { id, ...user } };
}
