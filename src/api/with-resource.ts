import { onlyResource } from '../booking/seats.ts';
import type { Inside } from './policies/tenancy.ts';
import { invalidRequest } from './problem.ts';
import { refuse } from './reply.ts';
import type { Reply } from './reply.ts';

/** The same work with one resource alone, where one is named; unknown or inactive ones are a wrong field. */
export async function withResource(
  inside: Inside,
  resourceId: string | undefined,
  work: (inside: Inside) => Promise<Reply>,
): Promise<Reply> {
  if (resourceId === undefined) return work(inside);
  const schedule = onlyResource(inside.schedule, resourceId.toLowerCase());
  if (schedule.resources?.length === 1) return work({ ...inside, schedule });
  return refuse(
    invalidRequest([
      { field: 'resourceId', code: 'not-there', message: 'No active resource of the business has this id.' },
    ]),
  );
}
