import type { EntityManager } from 'typeorm';

export interface NewSession {
  tokenHash: string;
  /** Null for a session opened with the administrator's token; then that token's hash is kept. */
  userId: string | null;
  adminTokenHash: string | null;
  businessId: string | null;
  now: Date;
}

/** Opens a session of the console. Runs `anywhere`. */
export async function insertSession(manager: EntityManager, session: NewSession): Promise<void> {
  const { tokenHash, userId, adminTokenHash, businessId, now } = session;
  await manager.query(
    `INSERT INTO console_session (token_hash, user_id, admin_token_hash, business_id, started_at, seen_at)
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [tokenHash, userId, adminTokenHash, businessId, now],
  );
}
