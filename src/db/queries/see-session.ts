import type { EntityManager } from 'typeorm';

/** Notes that an open session was used now (once a minute), so that it is not idle. Runs `anywhere`. */
export async function seeSession(
  manager: EntityManager,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<void> {
  await manager.query(
    `UPDATE console_session SET seen_at = $2
     WHERE token_hash = $1 AND seen_at < $2::timestamptz - make_interval(secs => 60)`,
    [tokenHash, now],
  );
}
