import { createHash, timingSafeEqual } from 'node:crypto';

/** The administrator's token, known only by its SHA-256 (hex). */
export interface AdminToken {
  sha256: string;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

/** The form in which a token is kept: its hash. */
export function adminTokenOf(token: string): AdminToken {
  return { sha256: digest(token).toString('hex') };
}

/** Whether an `Authorization` header carries the token. Takes the same time wherever they differ. */
export function opensWith(token: AdminToken, authorization: string | undefined): boolean {
  const presented = /^Bearer +([^\s]+) *$/i.exec(authorization ?? '')?.[1];
  const expected = Buffer.from(token.sha256, 'hex');
  const actual = digest(presented ?? '');
  return expected.length === actual.length && timingSafeEqual(expected, actual) && presented !== undefined;
}
