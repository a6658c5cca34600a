import { setTimeout as wait } from 'node:timers/promises';
import { callRegister } from '../actions/call-register.ts';
import { announceCallEnd, closeCall } from '../actions/close-call.ts';
import type { OpenedCall } from '../actions/open-call.ts';
import { saveFigures } from '../actions/save-figures.ts';
import type { Telemetry } from '../actions/telemetry.ts';
import { giveBackTrial, withDraft } from '../actions/trial-business.ts';
import { createCallFactory } from '../call/call-factory.ts';
import type { Call } from '../call/call.ts';
import { CallDesk } from '../call/front-desk.ts';
import type { Journal } from '../call/journal.ts';
import type { LiveCalls } from '../call/live-calls.ts';
import { PhoneRescue } from '../call/phone-rescue.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../shared/log.ts';
import type { Pacer } from '../speech/pacer.ts';
import { createParser } from '../transport/openai/parser-client.ts';
import { twilioAccount } from '../transport/twilio/account.ts';
import { createCallControl } from '../transport/twilio/rest.ts';
import type { ChosenModel } from './choose-model.ts';
import type { createTrialCalls } from './trial-calls.ts';

/** A caller who is hung up is kept on the line no longer than this. */
const ANNOUNCE_WITHIN_MS = 1_000;

export interface DeskOptions {
  config: Config;
  log: Log;
  database: Database;
  model: ChosenModel;
  liveCalls: LiveCalls;
  journal: Journal;
  pacer: Pacer;
  telemetry: Telemetry;
  trials: ReturnType<typeof createTrialCalls>;
}

/** The front desk with what it needs to open calls and to write how they ended. */
export function openDesk({ model, trials, ...options }: DeskOptions): CallDesk {
  const { config, log, database, liveCalls, journal } = options;
  const {
    realtimeModel,
    realtimeVoice: voice,
    transcriptionModels,
    parserModels: models,
    parserTimeoutMs,
  } = config.openai;
  const account = twilioAccount(config.twilio);
  const control = account && createCallControl(account);
  const rescue = new PhoneRescue({ control, publicUrl: config.publicUrl, log });
  const finish = async (call: Call, opened: OpenedCall, outcome: string): Promise<void> => {
    await journal.flush(opened.businessId).catch((error: unknown) => log.warn('call_record_waits', { error }));
    await closeCall(database, opened, outcome).catch((error: unknown) =>
      log.error('call_not_closed', { callSid: opened.callSid, error }),
    );
    await saveFigures(database, opened, call.figures).catch((error: unknown) => log.warn('figures_lost', { error }));
    await giveBackTrial(database, opened).catch((error: unknown) => log.warn('trial_not_given_back', { error }));
    desk.finish(call, outcome);
    if (outcome === 'phoneLost') rescue.endedAlone(call);
    log.info('call_ended', { callSid: opened.callSid, outcome });
  };
  const callsBy = (engine: Pick<ChosenModel, 'apiKey' | 'baseUrl'>) =>
    createCallFactory({
      ...options,
      voice: { ...engine, model: realtimeModel, voice, transcriptionModels },
      parser: createParser({ ...engine, models, timeoutMs: parserTimeoutMs, log }),
      holdSeconds: config.slotHoldSeconds,
      limits: config,
      rescue,
      announceEnd: (opened, outcome) =>
        Promise.race([announceCallEnd(database, opened, outcome), wait(ANNOUNCE_WITHIN_MS)]).catch((error: unknown) =>
          log.warn('call_end_not_announced', { callSid: opened.callSid, error }),
        ),
      ended: (call, opened, outcome) => void finish(call, opened, outcome),
    });
  const makeCall = callsBy(model);
  const register = callRegister(database, config.nodeId);
  const desk = new CallDesk({
    liveCalls,
    maxCalls: config.maxCalls,
    register: { ...register, open: async (session) => withDraft(database, await register.open(session)) },
    makeCall: (opened) => {
      const engine = trials.engineOf(opened.callSid);
      return engine === null ? makeCall(opened) : callsBy({ apiKey: 'practice', ...engine })(opened);
    },
  });
  return desk;
}
