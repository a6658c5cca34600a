import type { EntityManager } from 'typeorm';

export interface LoginSubject {
  /** SHA-256 (hex) of what is counted: an account or an address. */
  subject: string;
  limit: number;
}

/**
 * Counts one try to sign in, before it is known whether it is right, so that tries at the same moment cannot pass together.
 * Gives false where one of the subjects has used up its tries; then nothing is counted. Runs `anywhere`.
 */
export async function countLoginAttempt(
  manager: EntityManager,
  subjects: readonly LoginSubject[],
  { now, windowSeconds }: { now: Date; windowSeconds: number },
): Promise<boolean> {
  const inOrder = [...subjects].sort((one, other) => one.subject.localeCompare(other.subject));
  for (const { subject } of inOrder) {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`login ${subject}`]);
  }
  for (const { subject, limit } of inOrder) {
    const [row] = await manager.query<{ tries: number }[]>(
      `SELECT count(*)::int AS tries FROM login_attempt
       WHERE subject = $1 AND at > $2::timestamptz - make_interval(secs => $3)`,
      [subject, now, windowSeconds],
    );
    if ((row?.tries ?? 0) >= limit) return false;
  }
  await manager.query('INSERT INTO login_attempt (subject, at) SELECT unnest($1::text[]), $2', [
    inOrder.map(({ subject }) => subject),
    now,
  ]);
  await manager.query('DELETE FROM login_attempt WHERE at <= $1::timestamptz - make_interval(secs => $2)', [
    now,
    windowSeconds,
  ]);
  return true;
}
