import { saveSchedule } from '../../db/queries/save-schedule.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { completeSettings } from '../policies/complete-settings.ts';
import { insideLocked } from '../inside-locked.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import { copyOf, keepVersion } from '../policies/versions.ts';
import { presentSettings } from '../presenters/settings.ts';
import { invalidRequest } from '../problem.ts';
import { ok, refuse } from '../reply.ts';
import { businessParams } from '../schemas/businesses.ts';
import { settings, settingsChange } from '../schemas/settings.ts';
import { changedMeanwhile, mayChange } from '../version.ts';

const path = '/businesses/{businessId}/settings';
const tag = 'settings';

function readSettings({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path,
    name: 'getSettings',
    summary: 'When the business may be booked',
    tag,
    params: businessParams,
    answers: { 200: settings },
    problems: [404],
    answer: ({ params }) =>
      insideBusiness(database, params.businessId, async ({ schedule }) => ok(presentSettings(schedule))),
  });
}

function writeSettings({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'put',
    path,
    name: 'putSettings',
    summary: 'Set when the business may be booked; fields left out stay as they are',
    tag,
    params: businessParams,
    body: settingsChange,
    ifUnchanged: true,
    answers: { 200: settings },
    problems: [400, 404],
    answer: ({ params, body, ifMatch }) =>
      insideLocked(database, params.businessId, async (inside) => {
        const { manager, business, schedule } = inside;
        if (!mayChange(ifMatch, presentSettings(schedule))) return changedMeanwhile();
        const completed = completeSettings(schedule, body);
        if (completed.kind === 'refused') return refuse(invalidRequest(completed.errors));
        await keepVersion(inside, { ...copyOf(business, completed.schedule), cause: 'settings' });
        await saveSchedule(manager, business.id, completed.schedule);
        return ok(presentSettings(completed.schedule));
      }),
  });
}

export function settingsRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [readSettings(dependencies), writeSettings(dependencies)];
}
