import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Passes for one media stream: single use, bound to the CallSid, dead after `ttlMs`. */
export interface StreamTokens {
  issue(callSid: string): string;
  /** True once for a token issued for this call; false for anything else, whatever it is. */
  redeem(token: string | undefined, callSid: string): boolean;
}

const tokenShape = /^([0-9a-z]{1,10})\.([\w-]{22})\.([\w-]{43})$/;

/**
 * A token signs its call and its expiry, so nothing is kept for a ring that never becomes a stream; only redeemed tokens
 * are remembered, until they expire. Nodes that share a secret accept each other's tokens.
 */
export function createStreamTokens({
  ttlMs = 60_000,
  now = Date.now,
  secret = randomBytes(32),
}: { ttlMs?: number; now?: () => number; secret?: string | Buffer } = {}): StreamTokens {
  const redeemed = new Map<string, number>();
  const sign = (callSid: string, expiry: string, nonce: string): Buffer =>
    createHmac('sha256', secret).update(`stream ${expiry} ${nonce} ${callSid}`).digest();

  const forgetExpired = (): void => {
    for (const [nonce, expiresAt] of redeemed) if (expiresAt <= now()) redeemed.delete(nonce);
  };

  return {
    issue(callSid) {
      const expiry = (now() + ttlMs).toString(36);
      const nonce = randomBytes(16).toString('base64url');
      return `${expiry}.${nonce}.${sign(callSid, expiry, nonce).toString('base64url')}`;
    },
    redeem(token, callSid) {
      forgetExpired();
      const [, expiry, nonce, signature] = tokenShape.exec(token ?? '') ?? [];
      if (expiry === undefined || nonce === undefined || signature === undefined) return false;
      const expiresAt = Number.parseInt(expiry, 36);
      const genuine = timingSafeEqual(Buffer.from(signature, 'base64url'), sign(callSid, expiry, nonce));
      if (!genuine || expiresAt <= now() || redeemed.has(nonce)) return false;
      redeemed.set(nonce, expiresAt);
      return true;
    },
  };
}
