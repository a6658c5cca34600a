import { createHmac, timingSafeEqual } from 'node:crypto';

/** Passes for one media stream: bound to the CallSid and to the number of the stream, dead after `ttlMs`. */
export interface StreamTokens {
  issue(callSid: string, stream: number): string;
  /** The number of the stream a token was issued for; null for anything that is no living token of this call, whatever it is. */
  read(token: string | undefined, callSid: string): number | null;
}

const tokenShape = /^([0-9a-z]{1,10})\.([0-9a-z]{1,6})\.([\w-]{43})$/;

/**
 * A token signs its call, its stream and its expiry, so nothing is kept for a ring that never becomes a stream, and any node that
 * has the secret can read it. That it is used once is not the token's doing: who lets the stream in spends its number in the
 * database (`src/db/queries/take-call-session.ts`).
 */
export function createStreamTokens({
  secret,
  ttlMs = 60_000,
  now = Date.now,
}: {
  secret: string | Buffer;
  ttlMs?: number;
  now?: () => number;
}): StreamTokens {
  const sign = (callSid: string, stream: string, expiry: string): Buffer =>
    createHmac('sha256', secret).update(`stream ${expiry} ${stream} ${callSid}`).digest();

  return {
    issue(callSid, stream) {
      const [expiry, number] = [(now() + ttlMs).toString(36), stream.toString(36)];
      return `${expiry}.${number}.${sign(callSid, number, expiry).toString('base64url')}`;
    },
    read(token, callSid) {
      const [, expiry, number, signature] = tokenShape.exec(token ?? '') ?? [];
      if (expiry === undefined || number === undefined || signature === undefined) return null;
      const genuine = timingSafeEqual(Buffer.from(signature, 'base64url'), sign(callSid, number, expiry));
      return genuine && Number.parseInt(expiry, 36) > now() ? Number.parseInt(number, 36) : null;
    },
  };
}
