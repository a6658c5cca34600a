import { DataSource } from 'typeorm';
import type { CallFact, CallInput } from '../../machines/vocabulary.ts';
import type { OpenedCall } from '../../src/actions/open-call.ts';
import type { CallRecords } from '../../src/actions/record-calls.ts';
import { Call } from '../../src/call/call.ts';
import { EventLog } from '../../src/call/event-log.ts';
import { Journal } from '../../src/call/journal.ts';
import type { LiveEvent } from '../../src/call/live-calls.ts';
import type { Database } from '../../src/db/database.ts';
import { AppError } from '../../src/shared/errors.ts';
import type { Pacer } from '../../src/speech/pacer.ts';
import type { ParseResult } from '../../src/transport/openai/parser-client.ts';
import { phoneOnABench } from './phone-on-a-bench.ts';
import { rememberedLog } from './remembered-log.ts';

const nothingUnderstood: ParseResult = {
  kind: 'understood',
  model: 'parser',
  understanding: { action: 'none', date: null, time: null, name: null, phone: null, intent: null },
};

const away = () => Promise.reject(new AppError('database_unavailable', 'The database is away.'));
/** A call goes on without a database: nothing here is written. */
const databaseAway: Database = {
  dataSource: new DataSource({ type: 'postgres' }),
  inBusiness: away,
  anywhere: away,
  ready: async () => false,
  close: async () => undefined,
};

const limits = { silenceLineMs: 3_000, silenceHangupMs: 60_000, callMaxMs: 1_200_000 };

/** The real host of one call on a real session with the scripted model; the phone, parser and database are of the bench. */
export function hostedCall(given: { baseUrl: string; pacer: Pacer; callSid?: string; input?: Partial<CallInput> }) {
  const { baseUrl, pacer, callSid = 'CA1' } = given;
  const { log, lines } = rememberedLog();
  const records: CallRecords = { events: [], lines: [] };
  const journal = new Journal(async (_, { events, lines: said }) => {
    records.events.push(...events);
    records.lines.push(...said);
  });
  const published: LiveEvent[] = [];
  const outcomes: string[] = [];
  const announced: string[] = [];
  const waiting: (() => void)[] = [];
  const happens = (): void => waiting.splice(0).forEach((wake) => wake());
  const opened = { ...salonCall, callSid };
  const call = new Call({
    opened,
    input: { callSid, businessId: 'salon', callerPhone: null, limits, ...given.input },
    voice: { baseUrl, apiKey: 'sk-test', model: 'voice', voice: 'marin', transcriptionModels: ['ears'] },
    database: databaseAway,
    parser: { parse: async () => nothingUnderstood },
    pacer,
    eventLog: new EventLog({ callSid, businessId: 'salon', epoch: 1 }, journal),
    telemetry: {
      bargedIn: () => undefined,
      answered: () => undefined,
      parsed: () => undefined,
      booked: () => undefined,
      fellSilent: () => undefined,
    },
    holdSeconds: 90,
    log,
    publish: (event) => {
      published.push(event);
      happens();
    },
    announceEnd: async (outcome) => void announced.push(outcome),
    phoneLost: () => undefined,
    takenOver: () => void outcomes.push('takenOver'),
    ended: (_, outcome) => {
      outcomes.push(outcome);
      happens();
    },
  });
  const facts = (): CallFact[] => published.flatMap(({ fact }) => (fact === undefined ? [] : [fact as CallFact]));
  return {
    call,
    phone: phoneOnABench(callSid, log),
    lines,
    outcomes,
    /** What was written before the phone was hung up. */
    announced,
    /** What this call recorded so far. */
    async recorded(): Promise<CallRecords> {
      await journal.flushAll();
      return records;
    },
    facts,
    /** The `count`-th fact of this type, now or as soon as it happens. */
    async knows(type: CallFact['type'], count = 1): Promise<void> {
      while (facts().filter((fact) => fact.type === type).length < count)
        await new Promise<void>((wake) => waiting.push(wake));
    },
    async hasEnded(): Promise<string | undefined> {
      while (outcomes.length === 0) await new Promise<void>((wake) => waiting.push(wake));
      return outcomes[0];
    },
  };
}

const salonCall: OpenedCall = {
  callSid: 'CA1',
  businessId: 'salon',
  leadId: 'lead_1',
  epoch: 1,
  callPrompt: 'אתה הפקיד של הסלון של דנה.',
  schedule: {
    timezone: 'Asia/Jerusalem',
    activeDays: [0, 1, 2, 3, 4],
    startHour: '09:00',
    endHour: '18:00',
    slotIntervalMinutes: 30,
    slotSizeMin: 30,
    minNoticeMin: 0,
    bookingWindowDays: 30,
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    openingHours: null,
    overrides: [],
    observeHolidays: false,
  },
  fallbackNumber: null,
  from: null,
  callerPhone: null,
  wish: { date: null, time: null, name: null, phone: null },
  appointment: null,
  earlier: null,
};
