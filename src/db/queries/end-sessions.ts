import type { EntityManager } from 'typeorm';

export type EndedSessions =
  | { kind: 'one'; tokenHash: string }
  | { kind: 'ofUser'; userId: string; exceptTokenHash: string | null }
  | { kind: 'expired'; now: Date; idleSeconds: number; absoluteSeconds: number };

/** Ends sessions of the console: this one, those of a user, or all that are too old. Runs `anywhere`. */
export async function endSessions(manager: EntityManager, ended: EndedSessions): Promise<void> {
  switch (ended.kind) {
    case 'one':
      await manager.query('DELETE FROM console_session WHERE token_hash = $1', [ended.tokenHash]);
      return;
    case 'ofUser':
      await manager.query('DELETE FROM console_session WHERE user_id = $1 AND token_hash IS DISTINCT FROM $2', [
        ended.userId,
        ended.exceptTokenHash,
      ]);
      return;
    case 'expired':
      await manager.query(
        `DELETE FROM console_session WHERE seen_at <= $1::timestamptz - make_interval(secs => $2)
           OR started_at <= $1::timestamptz - make_interval(secs => $3)`,
        [ended.now, ended.idleSeconds, ended.absoluteSeconds],
      );
      return;
  }
}
