import { createHash } from 'node:crypto';

/** Marks which document a schema was made from. */
export const documentMark = (document: Record<string, unknown>): string =>
  `openapi sha256 ${createHash('sha256').update(JSON.stringify(document)).digest('hex')}`;
