import { randomBytes } from 'node:crypto';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { insideBusiness } from '../policies/tenancy.ts';
import { invalidRequest, problem } from '../problem.ts';
import { created, ok, refuse } from '../reply.ts';
import { businessParams } from '../schemas/businesses.ts';
import { newPracticeCall, newTestCall, practiceCall, practiceScripts, testCall } from '../schemas/trials.ts';

const tag = 'trials';
const onWhat = (draft: boolean | undefined) => (draft === true ? 'draft' : 'published');
const placeholderSid = (prefix: string): string => prefix + randomBytes(16).toString('hex');

const noLine = () =>
  refuse(problem('unavailable', 'No call can begin now: all lines are taken, or this business does not answer.'));

function scripts({ trials }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'get',
    path: '/practice-scripts',
    name: 'listPracticeScripts',
    summary: 'Callers of our own who can ring any business',
    tag,
    answers: { 200: practiceScripts },
    answer: async () => ok({ items: await trials.scripts() }),
  });
}

function startPracticeCall({ database, trials }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/businesses/{businessId}/practice-calls',
    name: 'startPracticeCall',
    summary: 'A caller of our own rings; follow the call on /live. What it books is given back when it ends',
    tag,
    params: businessParams,
    body: newPracticeCall,
    twice: 'a call begins outside the database; sent twice, two callers ring, and what they book is given back',
    answers: { 201: practiceCall },
    problems: [400, 404, 503],
    async answer({ params, body }) {
      const known = await insideBusiness(database, params.businessId, async ({ business }) => ok(business.id));
      if (known.kind === 'problem') return known;
      const wanted = { businessId: params.businessId, on: onWhat(body.draft), script: body.script } as const;
      const ring = await trials.practise(wanted);
      if (ring.kind === 'busy') return noLine();
      if (ring.kind === 'unknownScript') {
        return refuse(
          invalidRequest([
            { field: 'script', code: 'not-there', message: 'There is no such script; see /practice-scripts.' },
          ]),
        );
      }
      return created({ callSid: ring.callSid }, `/api/v1/calls/${ring.callSid}`);
    },
  });
}

function startTestCall({ database, trials, socketOrigin }: RouteDependencies): Endpoint {
  return endpoint({
    method: 'post',
    path: '/businesses/{businessId}/test-calls',
    name: 'startTestCall',
    summary: 'Expects you as a caller, in the browser, by Twilio’s Media Streams protocol, within a minute',
    tag,
    params: businessParams,
    body: newTestCall,
    twice: 'a call begins outside the database; a caller who is not there within a minute is expected no more',
    answers: { 201: testCall },
    problems: [400, 404, 503],
    async answer({ params, body }) {
      const known = await insideBusiness(database, params.businessId, async ({ business }) => ok(business.id));
      if (known.kind === 'problem') return known;
      const invitation = await trials.invite({ businessId: params.businessId, on: onWhat(body.draft) });
      if (invitation.kind === 'busy') return noLine();
      const { callSid, token } = invitation;
      const stream = {
        callSid,
        streamSid: placeholderSid('MZ'),
        accountSid: placeholderSid('AC'),
        streamUrl: `${socketOrigin}/twilio/media`,
        customParameters: { token },
      };
      return created(stream, `/api/v1/calls/${callSid}`);
    },
  });
}

export function trialRoutes(dependencies: RouteDependencies): Endpoint[] {
  return [scripts(dependencies), startPracticeCall(dependencies), startTestCall(dependencies)];
}
