import type { Request } from 'express';
import type { Sessions } from '../sessions/sessions.ts';
import { visitOf } from './visit.ts';

/** Whether whoever asked long ago may still be answered. A session may be over by now; the administrator's token never is. */
export async function isStillIn(request: Request, sessions: Pick<Sessions, 'glance'>): Promise<boolean> {
  const { asker, sessionToken } = visitOf(request);
  if (request.headers.authorization !== undefined) return asker !== null;
  const now = sessionToken === null ? null : await sessions.glance(sessionToken);
  return now !== null && now.password === 'own' && now.businessId === asker?.businessId;
}
