import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { claimIdempotencyKey } from '../db/queries/claim-idempotency-key.ts';
import type { SentKey } from '../db/queries/claim-idempotency-key.ts';
import { keepIdempotentReply } from '../db/queries/keep-idempotent-reply.ts';
import { problem } from './problem.ts';
import { refuse } from './reply.ts';
import type { Reply } from './reply.ts';

export type { SentKey } from '../db/queries/claim-idempotency-key.ts';

/** The key a request was sent with, and what tells this request from another. */
export function sentKey(key: string, request: { method: string; path: string; body: unknown }): SentKey {
  const fingerprint = createHash('sha256').update(JSON.stringify([request.method, request.path, request.body]));
  return { key, fingerprint: fingerprint.digest('base64url') };
}

/** An id that is the same for the same key, for what is made before there is a business to keep the key in. */
export function idOfKey({ key }: SentKey): string {
  const hex = createHash('sha256').update(`made with ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface Scope {
  manager: EntityManager;
  businessId: string;
  sent: SentKey | null;
}

/** Does the work of a request once: the same key again gives the same answer, with another request it is refused. */
export async function once({ manager, businessId, sent }: Scope, work: () => Promise<Reply>): Promise<Reply> {
  if (sent === null) return work();
  const claim = await claimIdempotencyKey(manager, businessId, sent);
  if (claim.kind === 'otherRequest') {
    return refuse(problem('key-reused', 'This Idempotency-Key came with another request before; make a new one.'));
  }
  if (claim.kind === 'repeated') return replayed(claim.reply);
  const reply = await work();
  await keepIdempotentReply(manager, businessId, { key: sent.key, reply });
  return reply;
}

function replayed(kept: unknown): Reply {
  const reply = kept as Reply; // written by `once` alone
  return { ...reply, headers: { ...reply.headers, 'idempotency-replayed': 'true' } };
}
