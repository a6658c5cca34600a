import type { IncomingMessage } from 'node:http';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readSessionCookie } from '../sessions/session-cookie.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { isSameOrigin } from './same-origin.ts';

const HEADER = 'x-toran-practice';

export interface Guests {
  /** Whether a socket was opened by a page of a signed-in person, or by our own practice phone. */
  isGuest(request: IncomingMessage): Promise<boolean>;
  /** What our own phone sends along. */
  practiceHeaders: Readonly<Record<string, string>>;
}

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** Who besides Twilio may open a media stream. What they may take part in is decided by their token. */
export function mediaGuests({ sessions, publicOrigin }: { sessions: Sessions; publicOrigin: string }): Guests {
  const secret = randomBytes(32).toString('base64url');
  return {
    practiceHeaders: { [HEADER]: secret },
    async isGuest(request) {
      const presented = request.headers[HEADER];
      if (typeof presented === 'string') return timingSafeEqual(digest(presented), digest(secret));
      const token = readSessionCookie(request.headers.cookie);
      if (token === null || !isSameOrigin(request, publicOrigin)) return false;
      return (await sessions.find(token)) !== null;
    },
  };
}
