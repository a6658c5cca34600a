import type { CallFact } from '../../../machines/vocabulary.ts';
import { callRegister } from '../../../src/actions/call-register.ts';
import { announceCallEnd, closeCall } from '../../../src/actions/close-call.ts';
import { createAppointmentFromRealtime } from '../../../src/actions/create-appointment-from-realtime.ts';
import type { OpenedCall } from '../../../src/actions/open-call.ts';
import type { CallRecords } from '../../../src/actions/record-calls.ts';
import { createCallFactory } from '../../../src/call/call-factory.ts';
import type { Call } from '../../../src/call/call.ts';
import { Journal } from '../../../src/call/journal.ts';
import { LiveCalls } from '../../../src/call/live-calls.ts';
import { PhoneRescue } from '../../../src/call/phone-rescue.ts';
import type { Database } from '../../../src/db/database.ts';
import { CallRecord } from '../../../src/practice/runner/call-record.ts';
import type { ModelNews } from '../../../src/practice/model/model-news.ts';
import type { PhoneNews } from '../../../src/practice/phone/phone-news.ts';
import { createLog } from '../../../src/shared/log.ts';
import type { Log } from '../../../src/shared/log.ts';
import { Pacer } from '../../../src/speech/pacer.ts';
import type { Parser, ParseResult } from '../../../src/transport/openai/parser-client.ts';
import { validUnderstanding } from '../../../src/transport/openai/understanding.ts';
import type { MediaStream } from '../../../src/transport/twilio/media-stream.ts';
import { SALON_NUMBER } from './simulated-house.ts';
import type { SimulatedHouse } from './simulated-house.ts';
import { SimulatedModel } from './simulated-model.ts';
import type { AnswerFate } from './simulated-model.ts';
import { SimulatedPhone } from './simulated-phone.ts';
import type { DatabaseFault } from './simulated-postgres.ts';
import { SimulatedTime } from './simulated-time.ts';
import { Sounds } from './sounds.ts';
import type { Story } from './story.ts';
import { beginnings } from './the-caller.ts';
import type { Sentence } from './the-caller.ts';

/** What a mutant puts in the place of a sound part. */
export interface FaultyParts {
  database?: (database: Database, life: Life) => Database;
  stream?: (stream: MediaStream, life: Life) => MediaStream;
  parser?: (parser: Parser, life: Life) => Parser;
  /** What reaches the model instead of an event. */
  toModel?: (event: { type: string; [key: string]: unknown }) => object[];
  rewrite?: (sql: string) => string;
  close?: 'never';
}

const CALL_SID = 'CA00000000000000000000000000000001';
const limits = { silenceLineMs: 3_000, silenceHangupMs: 60_000, callMaxMs: 1_200_000 };
const PARSER_LIMIT_MS = 2_500;

/** One simulated call with everything around it: the real call on simulated sockets, at simulated time. */
export class Life {
  readonly house: SimulatedHouse;
  readonly time: SimulatedTime;
  readonly record = new CallRecord();
  readonly records: CallRecords = { events: [], lines: [] };
  readonly logLines: string[] = [];
  readonly unbacked: string[] = [];
  readonly sentences = new Map<string, Sentence & { parser: 'prompt' | 'late' | 'fails' }>();
  readonly phone: SimulatedPhone;
  readonly model: SimulatedModel;
  readonly injected = new Map<string, number>();
  fates: AnswerFate[] = [];
  databaseFaults: DatabaseFault[] = [];
  call: Call | null = null;
  opened: OpenedCall | null = null;
  outcome: string | null = null;
  asked = '';
  usedTokens: 'refused' | 'worked again' = 'refused';
  readonly #parts: FaultyParts;
  readonly #story: Story;
  readonly #pacer: Pacer;
  readonly database: Database;
  readonly log: Log;
  readonly #journal = new Journal(async (_, { events, lines }) => {
    this.records.events.push(...events);
    this.records.lines.push(...lines);
  });
  #inFlight = 0;
  #stirred: 'yes' | 'no' = 'no';

  constructor(house: SimulatedHouse, story: Story, parts: FaultyParts = {}) {
    this.house = house;
    this.#story = story;
    this.#parts = parts;
    this.time = new SimulatedTime(beginnings[story.begins] ?? 0);
    this.#pacer = new Pacer(this.time);
    const sounds = new Sounds();
    this.log = this.#log();
    const { log } = this;
    this.phone = new SimulatedPhone({
      callSid: CALL_SID,
      time: this.time,
      sounds,
      tell: (news) => this.#phoneNews(news),
      log,
    });
    this.model = new SimulatedModel({
      time: this.time,
      sounds,
      tell: (news) => this.#modelNews(news),
      takeFate: () => this.#takeFate(),
      wayMs: story.wayMs,
      thinkingMs: 120,
      ...(parts.toModel ? { hears: parts.toModel } : {}),
    });
    const { database } = house.postgres;
    this.database = this.#counted(parts.database?.(database, this) ?? database);
    house.postgres.behave({
      time: this.time,
      fault: () => this.#takeFault(),
      wayMs: () => story.databaseMs,
      rewrite: parts.rewrite,
    });
  }

  get isOver(): boolean {
    return this.outcome !== null;
  }

  /** Facts that reached the machine and messages on both wires: what the laws were held against. */
  get events(): number {
    return this.records.events.length + this.record.model.length + this.record.phone.length;
  }

  async begins(): Promise<void> {
    const from = this.#story.caller === 'anonymous' ? 'anonymous' : '+972507654321';
    const register = callRegister(this.database, 'simulated');
    await this.does(register.ring({ callSid: CALL_SID, from, to: SALON_NUMBER }));
    const session = await this.does(register.take({ callSid: CALL_SID, stream: 0, keptEpoch: null }));
    if (!session) throw new Error('the salon did not take the call');
    const again = await this.does(register.take({ callSid: CALL_SID, stream: 0, keptEpoch: null }));
    if (again) this.usedTokens = 'worked again';
    const opened = await this.does(register.open(session));
    this.opened = opened;
    this.call = this.#makeCall(opened);
    this.call.start(this.#stream());
  }

  phoneReturns(): void {
    this.call?.resume(this.#stream());
  }

  heard(fact: CallFact['type']): boolean {
    return this.records.events.some((event) => event.fact.type === fact);
  }

  /** Time passes until this is so, at most so long. */
  async until(isSo: () => boolean, limitMs: number): Promise<void> {
    const deadline = this.time.now() + limitMs;
    do {
      if (this.#stirred === 'yes' || this.#inFlight > 0) await this.#settle();
    } while (!isSo() && this.time.advance(deadline));
    await this.#settle();
    await this.#journal.flushAll();
  }

  passes(ms: number): Promise<void> {
    return this.until(() => false, ms);
  }

  /** Time passes until this work is done. */
  async does<T>(work: Promise<T>): Promise<T> {
    const over = { is: 'no' as 'no' | 'yes' };
    this.#counts(work)
      .catch(() => undefined)
      .finally(() => (over.is = 'yes'))
      .catch(() => undefined);
    await this.until(() => over.is === 'yes', 60_000);
    return work;
  }

  /** Somebody else books this slot on another line. */
  rivalBooks(
    slot: { date: string; time: string },
    number: number,
  ): Promise<'created' | 'refused' | 'fenced' | 'failed'> {
    const { businessId, leadId } = this.opened ?? { businessId: '', leadId: '' };
    const rival = { businessId, leadId, callSid: `CArival${number}`, name: 'לקוח אחר', phone: '0521112233' };
    return this.does(
      createAppointmentFromRealtime(this.database, { ...rival, slot, now: this.time.date() }).then(
        ({ kind }) => kind,
        () => 'failed' as const,
      ),
    );
  }

  async #settle(): Promise<void> {
    this.#stirred = 'no';
    do await new Promise(setImmediate);
    while (this.house.postgres.atWork() > 0);
  }

  #stream(): MediaStream {
    const stream = this.phone.connect();
    return this.#parts.stream?.(stream, this) ?? stream;
  }

  #makeCall(opened: OpenedCall): Call {
    const liveCalls = new LiveCalls();
    const nothing = (): void => undefined;
    return createCallFactory({
      voice: {
        baseUrl: 'http://simulated',
        apiKey: '',
        model: 'voice',
        voice: 'marin',
        transcriptionModels: ['ears'],
        dial: this.model.dial,
      },
      database: this.database,
      parser: this.#parts.parser?.(this.#parser(), this) ?? this.#parser(),
      pacer: this.#pacer,
      telemetry: { bargedIn: nothing, answered: nothing, parsed: nothing, booked: nothing, fellSilent: nothing },
      holdSeconds: 90,
      log: this.log,
      limits,
      journal: this.#journal,
      liveCalls,
      rescue: new PhoneRescue({ control: null, publicUrl: '', log: this.#log() }),
      announceEnd: (ending, outcome) =>
        this.#counts(announceCallEnd(this.database, ending, outcome)).catch(() => undefined),
      ended: (_, closed, outcome) => void this.#ended(closed, outcome),
    })(opened);
  }

  /** As `src/node/open-desk.ts` does it. */
  #ended(opened: OpenedCall, outcome: string): void {
    this.outcome = outcome;
    if (this.#parts.close === 'never') return;
    void this.#counts(closeCall(this.database, opened, outcome)).catch(() => undefined);
  }

  #parser(): Parser {
    const failed: ParseResult = { kind: 'failed', reason: 'timeout' };
    return {
      parse: (request) =>
        this.#counts(
          (async () => {
            const { means, parser } = this.sentences.get(request.text) ?? { means: null, parser: 'prompt' };
            this.#modelNews({ kind: 'parser.asked', text: request.text, model: 'parser' });
            await this.time.wait(
              parser === 'late' ? PARSER_LIMIT_MS - 100 : parser === 'fails' ? PARSER_LIMIT_MS : 150,
            );
            const understanding = means && parser !== 'fails' ? validUnderstanding({ ...means, weekday: null }) : null;
            return understanding ? { kind: 'understood', model: 'parser', understanding } : failed;
          })(),
        ),
    };
  }

  #counted(database: Database): Database {
    const { now = this.time.now, pause = this.time.wait } = database.patience ?? {};
    return {
      ...database,
      patience: { now, pause: (attempt) => this.#counts(pause(attempt)) },
      inBusiness: (businessId, work) => this.#counts(database.inBusiness(businessId, work)),
      anywhere: (work) => this.#counts(database.anywhere(work)),
    };
  }

  async #counts<T>(work: PromiseLike<T>): Promise<T> {
    this.#inFlight += 1;
    try {
      return await work;
    } finally {
      this.#inFlight -= 1;
      this.#stirred = 'yes';
    }
  }

  #takeFate(): AnswerFate | null {
    return this.#inject(this.fates.shift() ?? null);
  }

  #takeFault(): DatabaseFault | null {
    return this.#inject(this.databaseFaults.shift() ?? null);
  }

  #inject<Fault extends string>(fault: Fault | null): Fault | null {
    if (fault) this.injected.set(fault, (this.injected.get(fault) ?? 0) + 1);
    return fault;
  }

  #log() {
    return createLog({
      level: 'debug',
      pii: 'masked',
      destination: { write: (line) => void this.logLines.push(line) },
    });
  }

  #phoneNews(news: PhoneNews): void {
    this.record.phone.push({ ...news, atMs: this.time.now() });
  }

  tells(news: PhoneNews): void {
    this.#phoneNews(news);
  }

  hears(itemId: string): void {
    const { session } = this.model;
    const { hears: playing } = this.phone;
    this.record.interruptions.push({ atMs: this.time.now(), playing, generating: session?.speaking ?? null });
    this.#modelNews({ kind: 'caller.startedSpeaking', itemId, speaking: session?.speaking ?? null });
  }

  #modelNews(news: ModelNews): void {
    this.record.model.push({ ...news, atMs: this.time.now() });
    if (news.kind !== 'server.message') return;
    this.asked = news.text;
    if (news.text.includes('appointment_created')) void this.#counts(this.#verify(news.text));
  }

  /** What another connection sees at the moment the model is told. */
  async #verify(text: string): Promise<void> {
    const rows = await this.house.postgres.look<{ date: string; time: string }>(
      `SELECT to_char(starts_at AT TIME ZONE 'Asia/Jerusalem', 'YYYY-MM-DD') AS date, to_char(starts_at AT TIME ZONE 'Asia/Jerusalem', 'HH24:MI') AS time
       FROM appointment WHERE status = 'confirmed' AND call_sid = '${CALL_SID}'`,
    );
    const isBacked = rows.some(
      ({ date, time }) => text.includes(`"date":"${date}"`) && text.includes(`"time":"${time}"`),
    );
    if (!isBacked) this.unbacked.push(`announced without a row: ${text}`);
  }
}
