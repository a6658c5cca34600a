import { listReminders } from '../../db/queries/list-reminders.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { pageOfRows, rowsToRead } from '../paging.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import { presentReminder } from '../presenters/reminders.ts';
import { ok } from '../reply.ts';
import { businessParams } from '../schemas/businesses.ts';
import { reminderPage, reminderQuery } from '../schemas/reminders.ts';

function remindersOfBusiness({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/businesses/{businessId}/reminders',
    name: 'listReminders',
    summary: 'Reminders that callers asked for, those due last first, and what became of them',
    tag: 'reminders',
    params: businessParams,
    query: reminderQuery,
    answers: { 200: reminderPage },
    problems: [400, 404],
    answer: ({ params, query }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) => {
        const rows = await listReminders(manager, business.id, { status: query.status, ...rowsToRead(query) });
        return ok(pageOfRows(rows, query, (row) => presentReminder(row, business.timezone)));
      }),
  });
}

export function reminderRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [remindersOfBusiness(dependencies)];
}
