import { problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Visit } from './visit.ts';

export const isOwn = ({ asker }: Visit, userId: string): boolean => asker?.userId === userId.toLowerCase();

/** Nobody shuts themselves out: so an operator is always left beside the admin token, which is no user and may do it. */
export function refuseOwnEnd(visit: Visit, userId: string): Problem | null {
  return isOwn(visit, userId)
    ? problem(
        'own-account',
        'Nobody takes their own access away. Another operator can, or whoever has the admin token.',
      )
    : null;
}
