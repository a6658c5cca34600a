import { createHash, randomBytes } from 'node:crypto';

/** The secret of a calendar address: 256 random bits. */
export const newCalendarSecret = (): string => randomBytes(32).toString('base64url');

/** The form in which it is kept. */
export const calendarSecretHash = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex');
