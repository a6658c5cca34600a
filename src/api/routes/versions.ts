import { listVersions } from '../../db/queries/list-versions.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { pageOfRows, rowsToRead } from '../paging.ts';
import { insideOnce } from '../policies/inside-once.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import { becomes } from '../policies/versions.ts';
import { presentVersion } from '../presenters/drafts.ts';
import { notFound } from '../problem.ts';
import { ok, refuse } from '../reply.ts';
import { businessParams } from '../schemas/businesses.ts';
import { versionAnswer, versionPage, versionParams, versionQuery } from '../schemas/drafts.ts';

const tag = 'drafts';

/** What a business was, and the way back to it. */
export function versionRoutes({ database }: RouteDependencies): Endpoint[] {
  const list = endpoint({
    method: 'get',
    path: '/businesses/{businessId}/versions',
    name: 'listVersions',
    summary: 'What the business was at each change of its words or settings, newest first',
    tag,
    params: businessParams,
    query: versionQuery,
    answers: { 200: versionPage },
    problems: [400, 404],
    answer: ({ params, query }) =>
      insideBusiness(database, params.businessId, async ({ manager, business, schedule }) => {
        const rows = await listVersions(manager, business.id, rowsToRead(query));
        return ok(pageOfRows(rows, query, (row) => presentVersion(row, schedule)));
      }),
  });
  const restore = endpoint({
    method: 'post',
    path: '/businesses/{businessId}/versions/{number}/restore',
    name: 'restoreVersion',
    summary: 'Make an earlier version count again, as a new version',
    tag,
    params: versionParams,
    onceByKey: true,
    answers: { 200: versionAnswer },
    problems: [404],
    answer: ({ params: { businessId, number }, sent }) =>
      insideOnce(database, { businessId, sent }, async (inside) => {
        const [wanted] = await listVersions(inside.manager, inside.business.id, { limit: 1, number });
        if (wanted === undefined) return refuse(notFound('version'));
        const version = await becomes(inside, wanted, { cause: 'restored', restoredFrom: number });
        return ok(presentVersion(version, inside.schedule));
      }),
  });
  return [list, restore];
}
