import type { z } from 'zod';
import { deleteDraft } from '../../db/queries/delete-draft.ts';
import { loadDraft } from '../../db/queries/load-draft.ts';
import { saveDraft } from '../../db/queries/save-draft.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { insideLocked } from '../inside-locked.ts';
import { once } from '../once.ts';
import { completeSettings } from '../policies/complete-settings.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import type { Inside } from '../policies/tenancy.ts';
import { becomes, copyOf } from '../policies/versions.ts';
import { currentAsker } from '../policies/visit.ts';
import { presentCopy, presentDraft, presentVersion } from '../presenters/drafts.ts';
import { invalidRequest, problem } from '../problem.ts';
import { noContent, ok, refuse } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { changedMeanwhile, mayChange } from '../version.ts';
import { businessParams } from '../schemas/businesses.ts';
import { draftAndPublished, draftChange, versionAnswer } from '../schemas/drafts.ts';

const path = '/businesses/{businessId}/draft';
const tag = 'drafts';

async function shown({ manager, business, schedule }: Inside) {
  const draft = await loadDraft(manager, business.id);
  const published = presentCopy(copyOf(business, schedule), schedule);
  return { draft: draft === null ? null : presentDraft(draft, schedule), published };
}

/** Does the work for whoever saw the draft, and what counts, as they are now. */
const unlessChanged =
  (ifMatch: string | null, work: (inside: Inside) => Promise<Reply>) =>
  async (inside: Inside): Promise<Reply> =>
    mayChange(ifMatch, await shown(inside)) ? await work(inside) : changedMeanwhile();

function readDraft({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path,
    name: 'getDraft',
    summary: 'What is being tried out, if anything, beside what counts',
    tag,
    params: businessParams,
    answers: { 200: draftAndPublished },
    problems: [404],
    answer: ({ params }) => insideBusiness(database, params.businessId, async (inside) => ok(await shown(inside))),
  });
}

function writeDraft({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'put',
    path,
    name: 'putDraft',
    summary: 'Change the draft, made from what counts where there is none; callers notice nothing of it',
    tag,
    params: businessParams,
    body: draftChange,
    ifUnchanged: true,
    answers: { 200: draftAndPublished },
    problems: [400, 404],
    answer: ({ params, body, ifMatch }) =>
      insideLocked(
        database,
        params.businessId,
        unlessChanged(ifMatch, (inside) => changed(inside, body)),
      ),
  });
}

async function changed(inside: Inside, { aiPrompt, settings }: z.output<typeof draftChange>): Promise<Reply> {
  const { manager, business, schedule } = inside;
  const base = (await loadDraft(manager, business.id)) ?? copyOf(business, schedule);
  const completed = completeSettings({ ...schedule, ...base.settings }, settings ?? {});
  if (completed.kind === 'refused') return refuse(invalidRequest(completed.errors));
  const copy = copyOf({ aiPrompt: aiPrompt ?? base.aiPrompt }, completed.schedule);
  await saveDraft(manager, business.id, { ...copy, changedBy: currentAsker().name });
  return ok(await shown(inside));
}

function discardDraft({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'delete',
    path,
    name: 'deleteDraft',
    summary: 'Throw the draft away',
    tag,
    params: businessParams,
    ifUnchanged: true,
    answers: { 204: null },
    problems: [404],
    answer: ({ params, ifMatch }) => insideLocked(database, params.businessId, unlessChanged(ifMatch, discarded)),
  });
}

async function discarded({ manager, business }: Inside): Promise<Reply> {
  await deleteDraft(manager, business.id);
  return noContent();
}

function publishDraft({ database }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/businesses/{businessId}/publish',
    name: 'publishDraft',
    summary: 'From now on the draft counts; a call under way keeps what it began with',
    tag,
    params: businessParams,
    onceByKey: true,
    ifUnchanged: true,
    answers: { 200: versionAnswer },
    problems: [404, 409],
    answer: ({ params, sent, ifMatch }) =>
      insideLocked(database, params.businessId, (inside) =>
        once({ ...inside, businessId: inside.business.id, sent }, () => unlessChanged(ifMatch, published)(inside)),
      ),
  });
}

async function published(inside: Inside): Promise<Reply> {
  const { manager, business, schedule } = inside;
  const draft = await loadDraft(manager, business.id);
  if (draft === null) return refuse(problem('not-changeable', 'There is no draft to publish.'));
  const version = await becomes(inside, draft, { cause: 'published' });
  await deleteDraft(manager, business.id);
  return ok(presentVersion(version, schedule));
}

export function draftRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [readDraft(dependencies), writeDraft(dependencies), discardDraft(dependencies), publishDraft(dependencies)];
}
