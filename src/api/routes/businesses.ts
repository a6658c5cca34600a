import { randomUUID } from 'node:crypto';
import type { Schedule } from '../../booking/schedule.ts';
import type { BusinessRow } from '../../db/entities/business.ts';
import { insertBusiness } from '../../db/queries/insert-business.ts';
import { listBusinesses } from '../../db/queries/list-businesses.ts';
import { updateBusiness } from '../../db/queries/update-business.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { DEFAULT_SETTINGS, completeSettings } from '../policies/complete-settings.ts';
import { insideLocked } from '../inside-locked.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import { copyOf, keepFirstVersion, keepVersion } from '../policies/versions.ts';
import { idOfKey, once } from '../once.ts';
import { presentBusiness, presentBusinessWithSettings } from '../presenters/businesses.ts';
import { invalidRequest, notFound, problem } from '../problem.ts';
import { created, noContent, ok, refuse } from '../reply.ts';
import type { Reply } from '../reply.ts';
import {
  businessChange,
  businessPage,
  businessParams,
  businessWithSettings,
  newBusiness,
} from '../schemas/businesses.ts';
import type { NewBusiness } from '../schemas/businesses.ts';
import { changedMeanwhile, mayChange } from '../version.ts';

const tag = 'businesses';
const DEFAULT_TIMEZONE = 'Asia/Jerusalem';

function numberTaken(): Reply {
  const message = 'Another business (perhaps an inactive one) has this phone number; give another one.';
  return refuse(problem('already-exists', message, { errors: [{ field: 'phoneNumber', code: 'taken', message }] }));
}

function settingsOf(body: NewBusiness) {
  const timezone = body.timezone ?? DEFAULT_TIMEZONE;
  return completeSettings({ timezone, ...DEFAULT_SETTINGS }, body.settings ?? {});
}

function rowOf(body: NewBusiness, schedule: Schedule) {
  const { timezone, resources: _resources, ...settings } = schedule;
  const { name, phoneNumber, aiPrompt = { calls: '' }, fallbackNumber = null } = body;
  return { name, phoneNumber, timezone, aiPrompt, fallbackNumber, settings };
}

function createBusiness({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/businesses',
    name: 'createBusiness',
    summary: 'Make a business; what is left out of the settings has its default',
    tag,
    access: 'operator',
    body: newBusiness,
    onceByKey: true,
    answers: { 201: businessWithSettings },
    problems: [400, 409],
    async answer({ body, sent }) {
      const completed = settingsOf(body);
      if (completed.kind === 'refused') {
        return refuse(
          invalidRequest(completed.errors.map((error) => ({ ...error, field: `settings.${error.field}` }))),
        );
      }
      const { schedule } = completed;
      const id = sent === null ? randomUUID() : idOfKey(sent);
      return database.inBusiness(id, (manager) =>
        once({ manager, businessId: id, sent }, async () => {
          const write = await insertBusiness(manager, id, rowOf(body, schedule));
          if (write.kind === 'numberTaken') return numberTaken();
          await keepFirstVersion(manager, write.business, schedule);
          return created(presentBusinessWithSettings(write.business, schedule), `/api/v1/businesses/${id}`);
        }),
      );
    },
  });
}

function allBusinesses({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/businesses',
    name: 'listBusinesses',
    summary: 'All businesses, inactive ones too, oldest first',
    tag,
    answers: { 200: businessPage },
    async answer() {
      const rows: BusinessRow[] = await database.anywhere(listBusinesses);
      return ok({ items: rows.map(presentBusiness) });
    },
  });
}

function oneBusiness({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/businesses/{businessId}',
    name: 'getBusiness',
    summary: 'One business with its settings',
    tag,
    params: businessParams,
    answers: { 200: businessWithSettings },
    problems: [404],
    answer: ({ params }) =>
      insideBusiness(database, params.businessId, async ({ business, schedule }) =>
        ok(presentBusinessWithSettings(business, schedule)),
      ),
  });
}

function changeBusiness({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'patch',
    path: '/businesses/{businessId}',
    name: 'changeBusiness',
    summary: 'Change a business; a call under way keeps what it began with',
    tag,
    params: businessParams,
    body: businessChange,
    ifUnchanged: true,
    answers: { 200: businessWithSettings },
    problems: [400, 404, 409],
    answer: ({ params, body, ifMatch }) =>
      insideLocked(database, params.businessId, async (inside) => {
        const { manager, business, schedule } = inside;
        if (!mayChange(ifMatch, presentBusinessWithSettings(business, schedule))) return changedMeanwhile();
        const write = await updateBusiness(manager, business.id, body);
        if (write.kind === 'numberTaken') return numberTaken();
        if (write.kind === 'unknown') return refuse(notFound('business'));
        if (body.aiPrompt !== undefined) {
          await keepVersion(inside, { ...copyOf(write.business, schedule), cause: 'prompt' });
        }
        const { timezone } = write.business;
        return ok(presentBusinessWithSettings(write.business, { ...schedule, timezone }));
      }),
  });
}

function deactivateBusiness({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'delete',
    path: '/businesses/{businessId}',
    name: 'deactivateBusiness',
    summary: 'Stop answering for a business; nothing of it is lost, and `active: true` brings it back',
    tag,
    access: 'operator',
    params: businessParams,
    answers: { 204: null },
    problems: [404],
    answer: ({ params }) =>
      insideBusiness(database, params.businessId, async ({ manager, business }) => {
        await updateBusiness(manager, business.id, { active: false });
        return noContent();
      }),
  });
}

export function businessRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [
    createBusiness(dependencies),
    allBusinesses(dependencies),
    oneBusiness(dependencies),
    changeBusiness(dependencies),
    deactivateBusiness(dependencies),
  ];
}
