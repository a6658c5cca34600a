import { randomInt } from 'node:crypto';
import type { PracticeModel } from '../model/practice-model.ts';
import { heardText } from '../phone/heard-truth.ts';
import { LoopbackPhone } from '../phone/loopback-phone.ts';
import type { CallScript, CallStep } from '../script/call-script.ts';
import { createScriptBrain } from '../script/script-brain.ts';
import type { ScriptBrain } from '../script/script-brain.ts';
import type { CallEvent } from './call-events.ts';
import { figuresOf } from './call-figures.ts';
import { CallRecord } from './call-record.ts';
import type { CallReport, Check } from './call-report.ts';
import { checkExpectations, serverMessagesOf } from './expectations.ts';
import { startLagWatch } from './lag-watch.ts';
import { checkLaws } from './laws/observed-laws.ts';
import { followStates } from './live-states.ts';
import type { PlayedCall } from './played-call.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { ServiceClient } from './service-client.ts';
import { StepPlayer } from './step-player.ts';

const GOODBYE_MS = 4000;
const ANNOUNCEMENT = /appointment_(?:created|moved|cancelled)/u;

export interface PlayCallOptions {
  serviceUrl: string;
  adminToken: string;
  /** Unset: webhooks are not signed, as in practice mode. */
  twilioAuthToken?: string;
  /** The loopback model that the service is connected to, steered by the script; null: the service has one of its own. */
  model: PracticeModel | null;
  onEvent?: (event: CallEvent) => void;
}

interface Rehearsal {
  script: CallScript;
  options: PlayCallOptions;
  client: ServiceClient;
  business: { id: string; phoneNumber: string };
  record: CallRecord;
  phone: LoopbackPhone;
  brain: ScriptBrain;
  utterances: Map<number, CallStep>;
  unbacked: string[];
}

async function openBusiness(script: CallScript, client: ServiceClient): Promise<{ id: string; phoneNumber: string }> {
  const { name, prompt, settings, rows } = script.business;
  const phoneNumber = `+9723${randomInt(1_000_000, 9_999_999)}`;
  const calls = `${prompt}\n${phoneNumber}`;
  const wanted = { name, phoneNumber, timezone: 'Asia/Jerusalem', aiPrompt: { calls } };
  const { id } = await client.createBusiness({ ...wanted, settings });
  for (const row of rows) {
    const { date, time, name: holder = 'לקוח קיים', phone = '0521112233' } = row;
    await client.takeSlot(id, { date, time, name: holder, phone });
  }
  return { id, phoneNumber };
}

/** The moment the model is told of an appointment, the row must be there. */
async function verifyAnnouncement(text: string, { client, business, unbacked }: Rehearsal): Promise<void> {
  try {
    const rows = await client.confirmedRows(business.id);
    const isThere = rows.some((row) => text.includes(`"date":"${row.date}"`) && text.includes(`"time":"${row.time}"`));
    const isTold = text.includes('appointment_cancelled') ? !isThere : isThere;
    if (!isTold) unbacked.push(`announced without a row: ${text}`);
  } catch (error) {
    unbacked.push(`the rows could not be read: ${String(error)}`);
  }
}

function listenToModel(rehearsal: Rehearsal): void {
  const { script, options, business, record, phone, brain } = rehearsal;
  options.model?.steer({
    brain,
    whose: business.phoneNumber,
    races: withoutUndefined(script.model.races),
    observe(news) {
      record.model.push(news);
      options.onEvent?.({ kind: 'model', news });
      if (news.kind === 'caller.startedSpeaking') {
        const playing = phone.stream?.heard.speechAt(news.atMs) ?? null;
        record.interruptions.push({ atMs: news.atMs, playing, generating: news.speaking });
      }
      if (news.kind === 'server.message' && ANNOUNCEMENT.test(news.text)) {
        void verifyAnnouncement(news.text, rehearsal);
      }
    },
  });
}

function sightOf({ model }: PlayCallOptions): PlayedCall['sight'] {
  return model === null ? 'phoneOnly' : 'bothEnds';
}

function stepName(step: CallStep, index: number): string {
  const deed = step.say ?? step.press ?? Object.keys(step).at(0) ?? '';
  return `step ${index + 1} (${deed})`;
}

async function playSteps(rehearsal: Rehearsal): Promise<Check[]> {
  const { script, phone, record, brain, utterances } = rehearsal;
  const announce = (number: number, step: CallStep) => {
    utterances.set(number, step);
    brain.expectUtterance(number, step);
  };
  const player = new StepPlayer({ phone, record, announce, sight: sightOf(rehearsal.options) });
  const over = phone.dial();
  const checks: Check[] = [];
  for (const [index, step] of script.steps.entries()) {
    const outcome = await player.play(step);
    if (outcome.kind === 'done') continue;
    checks.push({ law: null, name: stepName(step, index), faults: [outcome.why] });
    break;
  }
  await player.hearOut();
  phone.hangUp();
  await Promise.race([over, new Promise((resolve) => setTimeout(resolve, GOODBYE_MS).unref())]);
  return checks;
}

async function rehearse(script: CallScript, options: PlayCallOptions): Promise<Rehearsal> {
  const client = new ServiceClient(options);
  const business = await openBusiness(script, client);
  const record = new CallRecord();
  const signing = options.twilioAuthToken === undefined ? {} : { authToken: options.twilioAuthToken };
  const phone = new LoopbackPhone({
    serviceUrl: options.serviceUrl,
    ...signing,
    from: script.caller.from,
    to: business.phoneNumber,
    observe(news) {
      record.phone.push(news);
      options.onEvent?.({ kind: 'phone', news });
    },
  });
  const brain = createScriptBrain(script);
  const utterances = new Map<number, CallStep>();
  return { script, options, client, business, record, phone, brain, utterances, unbacked: [] };
}

/** Plays one script against a running service and judges the call: the script's expectations and the laws seen from outside. */
export async function playCall(script: CallScript, options: PlayCallOptions): Promise<CallReport> {
  const rehearsal = await rehearse(script, options);
  const { client, phone, record } = rehearsal;
  listenToModel(rehearsal);
  const lag = startLagWatch();
  const unfollow = await followStates(client, (callSid, state) => {
    if (callSid === phone.callSid) options.onEvent?.({ kind: 'state', atMs: performance.now(), state });
  });
  const began = performance.now();
  const stepChecks = await playSteps(rehearsal);
  unfollow();
  lag.stop();
  const rows = await client.confirmedRows(rehearsal.business.id);
  options.onEvent?.({
    kind: 'rows',
    atMs: performance.now(),
    rows: rows.filter((row) => row.callSid === phone.callSid),
  });
  const words = phone.heardWords();
  const call: PlayedCall = { ...rehearsal, sight: sightOf(options), callSid: phone.callSid, lag, words, rows };
  return {
    title: script.title,
    callSid: phone.callSid,
    businessId: rehearsal.business.id,
    durationMs: performance.now() - began,
    lagMs: lag.worstBetween(began, performance.now()),
    heard: heardText(words),
    serverMessages: serverMessagesOf({ record }),
    rows: rows.filter((row) => row.callSid === phone.callSid),
    figures: figuresOf(call),
    checks: [...stepChecks, ...checkExpectations(call), ...checkLaws(call)],
  };
}
