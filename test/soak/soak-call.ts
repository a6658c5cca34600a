import type pg from 'pg';
import type { PracticeBrain } from '../../src/practice/brain/brain.ts';
import type { ModelObserver, TimedModelNews } from '../../src/practice/model/model-news.ts';
import type { PracticeModel } from '../../src/practice/model/practice-model.ts';
import { CallRecord } from '../../src/practice/runner/call-record.ts';
import { checkLaws } from '../../src/practice/runner/laws/observed-laws.ts';
import type { LagWatch } from '../../src/practice/runner/lag-watch.ts';
import type { AppointmentRow } from '../../src/practice/runner/service-client.ts';
import { readScriptText } from '../../src/practice/script/read-script.ts';
import { AdaptiveCaller } from '../chaos/adaptive-caller.ts';
import type { Manner, Wanted } from '../chaos/adaptive-caller.ts';
import { storyOf } from '../chaos/call-story.ts';

/** Where a caller rings. */
export interface SoakBusiness {
  id: string;
  name: string;
  phoneNumber: string;
}

export interface SoakHouse {
  serviceUrl: string;
  authToken: string;
  /** Past the tap: it is never cut. */
  database: pg.Pool;
  lag: LagWatch;
  confirmedRows(businessId: string): Promise<AppointmentRow[]>;
  /** From now on the model's sessions that speak for this business are watched by this observer. */
  listen(businessName: string, observe: ModelObserver): void;
}

/** `listen` of a house with this model, which has one mind for all calls. */
export function listenerTo(model: PracticeModel, brain: PracticeBrain): SoakHouse['listen'] {
  const steering = { brain, races: { speed: 10 } };
  model.steer(steering);
  return (whose, observe) => model.steer({ ...steering, whose, observe });
}

/** What became of one call. */
export interface CallEnd {
  callSid: string;
  /** `served`: all it wanted; `cut`: a fault of the soak hung it up; `given up`: neither within its time. */
  how: 'served' | 'cut' | 'given up';
  breaches: string[];
  /** Breaches of a time limit while this program's own timers were late: the machine's doing as well as the service's may be. */
  unjudged: string[];
  story: string[];
}

const SCRIPT = readScriptText('title: soak\nsteps: [{ say: שלום }]\n', 'soak');
const CALL_MS = 120_000;
/** Laws with a time limit in them. */
const TIMED_LAWS = ['L2', 'L3', 'L4', 'L5'];
const STARVED_MS = 300;
/** Sound that was on its way when the stream fell proves nothing. */
const AROUND_A_FALL_MS = 2_000;

/** One caller of the soak: books, hears that it is booked, wants a reminder, hangs up; every law that can be seen is watched. */
export class SoakCall {
  readonly caller: AdaptiveCaller;
  readonly #house: SoakHouse;
  readonly #business: SoakBusiness;
  readonly #record = new CallRecord();
  readonly #unbacked: string[] = [];
  readonly #checks: Promise<void>[] = [];
  readonly #fellAt: number[] = [];
  #line: 'whole' | 'cut' = 'whole';

  constructor(
    house: SoakHouse,
    { business, ...call }: { business: SoakBusiness; from: string; wanted: Wanted; manner: () => Manner },
  ) {
    this.#house = house;
    this.#business = business;
    const { serviceUrl, authToken } = house;
    this.caller = new AdaptiveCaller({ serviceUrl, authToken, to: business.phoneNumber, ...call });
    house.listen(business.name, this.#observe);
  }

  /** News of its own sessions. */
  readonly #observe = (news: TimedModelNews): void => {
    if (news.kind === 'caller.startedSpeaking') this.#interrupted(news);
    if (news.kind === 'server.message' && news.text.includes('appointment_created'))
      this.#checks.push(this.#isWritten());
    this.caller.observe(news);
  };

  async play(): Promise<CallEnd> {
    const began = performance.now();
    await this.caller.play(CALL_MS);
    await Promise.all(this.#checks);
    const how = this.#line === 'cut' ? 'cut' : this.caller.isServed ? 'served' : 'given up';
    const all = await this.#breaches(how);
    const isStarved = this.#house.lag.worstBetween(began, performance.now()) > STARVED_MS;
    const isUnjudged = (breach: string) => isStarved && TIMED_LAWS.some((law) => breach.startsWith(law));
    const breaches = all.filter((breach) => !isUnjudged(breach));
    return {
      callSid: this.caller.phone.callSid,
      how,
      breaches,
      unjudged: all.filter(isUnjudged),
      story: breaches.length === 0 ? [] : storyOf(this.caller),
    };
  }

  /** The network of the phone is gone for a moment; Twilio will ask what to do. */
  dropPhone(): void {
    this.#fellAt.push(performance.now());
    this.caller.phone.stream?.drop();
  }

  hangUp(): void {
    this.#line = 'cut';
    this.caller.phone.hangUp();
  }

  #interrupted({ atMs, speaking }: Extract<TimedModelNews, { kind: 'caller.startedSpeaking' }>): void {
    const playing = this.caller.phone.stream?.heard.speechAt(atMs) ?? null;
    this.#record.interruptions.push({ atMs, playing, generating: speaking });
  }

  async #isWritten(): Promise<void> {
    if ((await this.#rowsOfCall()) === 0) this.#unbacked.push('announced without a row');
  }

  async #rowsOfCall(): Promise<number> {
    const { rows } = await this.#house.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM appointment WHERE call_sid = $1 AND status = 'confirmed'`,
      [this.caller.phone.callSid],
    );
    return rows[0]?.n ?? 0;
  }

  async #breaches(how: CallEnd['how']): Promise<string[]> {
    const { caller } = this;
    const [rows, count] = await Promise.all([this.#house.confirmedRows(this.#business.id), this.#rowsOfCall()]);
    this.#record.phone.push(...caller.phoneNews);
    this.#record.model.push(...caller.modelNews);
    const nearFall = (atMs: number) => this.#fellAt.some((fellAt) => Math.abs(atMs - fellAt) < AROUND_A_FALL_MS);
    const interruptions = this.#record.interruptions.filter(({ atMs }) => !nearFall(atMs));
    this.#record.interruptions.splice(0, Infinity, ...interruptions);
    const { callSid } = caller.phone;
    const laws = checkLaws({
      script: SCRIPT,
      sight: 'bothEnds',
      callSid,
      record: this.#record,
      lag: this.#house.lag,
      words: caller.phone.heardWords(),
      rows,
      unbacked: this.#unbacked,
      utterances: new Map(),
    }).flatMap(({ law, faults }) => faults.map((fault) => `${law ?? 'wire'}: ${fault}`));
    const told = caller.hasBeenTold('appointment_created');
    const lost = told && count === 0 ? ['lost: told that it is booked, and there is no row'] : [];
    const untold = how === 'served' && count === 0 ? ['lost: the call ended well without a row'] : [];
    const twice = count > 1 ? [`booked ${count} times`] : [];
    return [...laws, ...lost, ...untold, ...twice];
  }
}
