import { randomUUID } from 'node:crypto';
import { trialCallSid } from '../actions/trial-call.ts';
import type { TrialCall } from '../actions/trial-call.ts';
import type { PracticeRing, TrialCalls, WantedTrial } from '../api/trial-port.ts';
import type { Database } from '../db/database.ts';
import { loadBusiness } from '../db/queries/load-business.ts';
import { startPracticeModel } from '../practice/model/practice-model.ts';
import type { PracticeModel } from '../practice/model/practice-model.ts';
import { practise } from '../practice/runner/practise.ts';
import type { CallScript } from '../practice/script/call-script.ts';
import { createScriptBrain } from '../practice/script/script-brain.ts';
import { shelvedScripts } from '../practice/script/script-shelf.ts';
import type { Log } from '../shared/log.ts';
import type { FrontDesk } from '../transport/twilio/front-desk-port.ts';

export interface TrialCallsOptions {
  database: Database;
  desk: Pick<FrontDesk, 'ring'>;
  issueToken: (callSid: string, stream: number) => string;
  /** Where our own phone reaches the media door, and the header that lets it in. */
  door: { url: string; headers: Readonly<Record<string, string>> };
  log: Log;
}

/** Where the model of a practice call is. */
export type PracticeEngine = Pick<PracticeModel, 'baseUrl'>;

interface WithEngines extends TrialCalls {
  /** The model made for one practice call; null for every other call. */
  engineOf(callSid: string): PracticeEngine | null;
}

type Rung = { kind: 'invited'; callSid: string; token: string } | { kind: 'busy' };

/** Test calls from a browser and practice calls by a script: rung at the same desk, streamed through the same door. */
export function createTrialCalls(options: TrialCallsOptions): WithEngines {
  const engines = new Map<string, PracticeModel>();

  const play = async (script: CallScript, { callSid, token }: { callSid: string; token: string }): Promise<void> => {
    const model = await startPracticeModel({ brain: createScriptBrain(script) });
    engines.set(callSid, model);
    try {
      const practised = await practise(script, { ...options.door, callSid, token, model });
      options.log.info('practice_call_over', { callSid, practised: practised.kind });
    } finally {
      engines.delete(callSid);
      await model.close();
    }
  };

  return {
    engineOf: (callSid) => engines.get(callSid) ?? null,

    async scripts() {
      const shelf = await shelvedScripts();
      return shelf.map(({ name, script }) => ({ name, title: script.title, description: script.about ?? '' }));
    },

    invite: (wanted) => ring(options, { wanted, kind: 'test', from: 'browser' }),

    async practise({ script: name, ...wanted }): Promise<PracticeRing> {
      const found = (await shelvedScripts()).find((shelved) => shelved.name === name);
      if (found === undefined) return { kind: 'unknownScript' };
      const { script } = found;
      const rung = await ring(options, { wanted, kind: 'practice', from: script.caller.from });
      if (rung.kind === 'busy') return rung;
      const { callSid } = rung;
      play(script, rung).catch((error: unknown) => options.log.error('practice_call_failed', { callSid, error }));
      return { kind: 'ringing', callSid };
    },
  };
}

/** Rings at the business's own number, as the telephone network would. */
async function ring(
  { database, desk, issueToken }: TrialCallsOptions,
  { wanted, kind, from }: { wanted: WantedTrial; kind: TrialCall['kind']; from: string },
): Promise<Rung> {
  const { businessId, on } = wanted;
  const business = await database.inBusiness(businessId, (manager) => loadBusiness(manager, businessId));
  const callSid = trialCallSid({ kind, on }, randomUUID());
  const answer = await desk.ring({ callSid, from, to: business?.phoneNumber ?? '', resume: 'first' });
  if (answer.kind !== 'connect') return { kind: 'busy' };
  return { kind: 'invited', callSid, token: issueToken(callSid, answer.stream) };
}
