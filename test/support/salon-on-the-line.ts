import { randomUUID } from 'node:crypto';
import type { CallFact } from '../../machines/vocabulary.ts';
import { recordCalls } from '../../src/actions/record-calls.ts';
import { Journal } from '../../src/call/journal.ts';
import { LiveCalls } from '../../src/call/live-calls.ts';
import type { LiveEvent } from '../../src/call/live-calls.ts';
import { loadConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/database.ts';
import { findLead } from '../../src/db/queries/find-lead.ts';
import { getCall } from '../../src/db/queries/get-call.ts';
import { openDesk } from '../../src/node/open-desk.ts';
import { Pacer } from '../../src/speech/pacer.ts';
import { Salon } from '../db/salon.ts';
import { phoneOnABench } from './phone-on-a-bench.ts';
import { rememberedLog } from './remembered-log.ts';
import { scriptedModel } from './scripted-model.ts';

const silent = () => undefined;
const telemetry = { bargedIn: silent, answered: silent, parsed: silent, booked: silent, fellSilent: silent };

interface Ring {
  callSid?: string;
  from?: string;
}

/** A salon whose calls are all real, the rows too; only the telephone is of the bench and the model says what the test tells it. */
export async function salonOnTheLine(database: Database) {
  const model = await scriptedModel();
  const salon = await Salon.opens(database);
  const { log, lines } = rememberedLog();
  const reading = loadConfig({ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.baseUrl });
  if (reading.kind === 'invalid') throw new Error(reading.problems.join('\n'));
  const pacer = new Pacer();
  const journal = new Journal((businessId, records) => recordCalls({ database, log }, businessId, records));
  const liveCalls = new LiveCalls();
  const openHouse = () =>
    openDesk({
      ...{ config: reading.config, log, database, liveCalls, journal, pacer, telemetry },
      model: { apiKey: 'sk-test', baseUrl: model.baseUrl, close: () => Promise.resolve() },
      trials: { engineOf: () => null } as unknown as Parameters<typeof openDesk>[0]['trials'],
    });
  const desk = openHouse();

  /** Somebody rings and their stream comes in. */
  async function isRung({ callSid = `CA${randomUUID().replaceAll('-', '')}`, from = '+972501111111' }: Ring = {}) {
    const happened: LiveEvent[] = [];
    const waiting: (() => void)[] = [];
    liveCalls.subscribe((event) => {
      if (event.callSid !== callSid) return;
      happened.push(event);
      waiting.splice(0).forEach((wake) => wake());
    });
    const facts = (type: CallFact['type']) =>
      happened.filter(({ fact }) => (fact as CallFact | undefined)?.type === type);
    const phone = phoneOnABench(callSid, log);
    const before = model.sessions.length;
    await desk.ring({ callSid, from, to: salon.phoneNumber, resume: 'first' });
    await desk.admit(phone.stream, 0);
    const session = await (await model.session(before + 1)).isConfigured();
    return {
      callSid,
      phone,
      session,
      /** The `count`-th fact of this type, now or as soon as it happens. */
      async knows(type: CallFact['type'], count = 1): Promise<void> {
        while (facts(type).length < count) await new Promise<void>((wake) => waiting.push(wake));
      },
      /** The call is over, and that is written. */
      async isClosed(): Promise<void> {
        while (liveCalls.call(callSid)) await new Promise(setImmediate);
      },
      row: () => database.inBusiness(salon.id, (manager) => getCall(manager, salon.id, callSid)),
    };
  }

  return {
    salon,
    model,
    desk,
    lines,
    /** A node beside this one, which has seen nothing of it. */
    openHouse,
    isRung,
    lead: (id: string) => database.inBusiness(salon.id, (manager) => findLead(manager, salon.id, id)),
    async closes(): Promise<void> {
      for (const call of liveCalls.all()) call.end();
      while (liveCalls.size > 0) await new Promise(setImmediate);
      pacer.stop();
      await model.close();
    },
  };
}

export type SalonOnTheLine = Awaited<ReturnType<typeof salonOnTheLine>>;
export type CallOnTheLine = Awaited<ReturnType<SalonOnTheLine['isRung']>>;
