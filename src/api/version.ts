import { createHash } from 'node:crypto';
import { problem } from './problem.ts';
import { refuse } from './reply.ts';
import type { Reply } from './reply.ts';

/** The `ETag` of what is shown: it changes whenever anything of it does. */
export function versionOf(body: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 27)}"`;
}

/**
 * Whether an `If-Match` header allows a change of what is shown so now; without the header all are. A proxy that compresses
 * weakens an `ETag`, which names the same version all the same.
 */
export function mayChange(ifMatch: string | null, shown: unknown): boolean {
  if (ifMatch === null || ifMatch.trim() === '*') return true;
  const version = versionOf(shown);
  return ifMatch.split(',').some((wanted) => wanted.trim().replace(/^W\//, '') === version);
}

/** The 412 for somebody who looked at an older version. */
export function changedMeanwhile(): Reply {
  return refuse(problem('changed-meanwhile', 'It was changed since you read it; read it again and decide anew.'));
}
