import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { startPostgresServer } from '../../src/cli/bench/postgres-server.ts';
import { startPracticeModel } from '../../src/practice/model/practice-model.ts';
import { startLagWatch } from '../../src/practice/runner/lag-watch.ts';
import type { LagWatch } from '../../src/practice/runner/lag-watch.ts';
import { ServiceClient } from '../../src/practice/runner/service-client.ts';
import { readScriptDate } from '../../src/practice/script/script-dates.ts';
import { DatabaseTap } from '../support/database-tap.ts';
import { ServiceNode } from '../support/service-node.ts';
import type { SoakPlan } from './arguments.ts';
import { leftovers, rowsOfBusiness } from './database-audit.ts';
import { Dice } from './dice.ts';
import { MISCHIEF } from './mischief.ts';
import { ServiceProbe } from './service-probe.ts';
import { listenerTo, SoakCall } from './soak-call.ts';
import type { SoakBusiness, SoakHouse } from './soak-call.ts';
import type { SoakFigures, TimedSample } from './soak-report.ts';
import { createTroubledBrain } from './troubled-brain.ts';

const KEYS = { adminToken: 'the-admin-of-the-soak-0123456789', twilioAuthToken: 'the-phone-of-the-soak-0123456789' };
const SAMPLE_EVERY_MS = 5_000;
const MISCHIEF_EVERY_MS = 2_000;
/** Bookings need some time without a cut. */
const DATABASE_CUT = 'database connections cut';
const DATABASE_CUT_ONCE_IN = 6;
const MOST_STORIES = 5;
const TELL_EVERY_MS = 60_000;
/** Those on the line at the end have so long to finish. */
const LAST_CALLS_MS = 30_000;
const SETTLE_MS = 12_000;
const OPEN = { activeDays: [0, 1, 2, 3, 4, 5, 6], startHour: '00:00', endHour: '24:00', slotIntervalMinutes: 30 };
const SLOTS_A_DAY = 48;
/** Never to be seen in a log of a service that is well. */
const ALARMS = ['call_broke', 'command_failed', 'fault', 'call_not_closed'];

/** What Node itself says to who looks into it. */
const INSPECTOR_LINE = /^(Debugger |For help, see: https:\/\/nodejs\.org)/u;

/** What was under way when the database was cut may fail with these; the caller is served on the next try. */
const FAULT_OF_A_CUT_MS = 3_000;

const logLine = z.object({
  event: z.string(),
  time: z.iso.datetime(),
  error: z.object({ code: z.string().optional() }).optional(),
});

/** The service in its own process, and as many callers as asked, always on the line, while things go wrong. */
export class Soak {
  readonly #plan: SoakPlan;
  readonly #dice: Dice;
  readonly #live = new Set<SoakCall>();
  readonly #calls: Record<string, number> = { served: 0, cut: 0, 'given up': 0 };
  readonly #faults: Record<string, number> = {};
  readonly #breaches: string[] = [];
  /** When the database was cut, epoch milliseconds. */
  readonly #cuts: number[] = [];
  readonly #samples: TimedSample[] = [];
  /** Calls that were told as a story. */
  readonly #told = new Set<string>();
  readonly #pauses: { fromMs: number; untilMs: number }[] = [];
  readonly #tell: (line: string) => void;
  #beganAt = 0;

  constructor(plan: SoakPlan, tell: (line: string) => void) {
    this.#plan = plan;
    this.#tell = tell;
    this.#dice = new Dice(plan.seed);
  }

  async run(): Promise<SoakFigures> {
    const server = await startPostgresServer();
    const tap = new DatabaseTap(server.url);
    await tap.open();
    const database = new pg.Pool({ connectionString: server.url, max: 4 });
    database.on('error', () => undefined);
    const brain = createTroubledBrain(this.#dice, (fault) => this.#count(`model: ${fault}`));
    const model = await startPracticeModel({ brain });
    const { port, flags } = await ServiceProbe.flag();
    const env = { MAX_CALLS: String(this.#plan.calls + 10), LOG_LEVEL: 'warn' };
    const settings = {
      ...KEYS,
      name: 'soak',
      databaseUrl: tap.databaseUrl,
      modelBaseUrl: model.baseUrl,
      env,
      nodeFlags: flags,
    };
    const lag = startLagWatch();
    try {
      const node = await ServiceNode.start(settings);
      const probe = await ServiceProbe.open({ port, databasePort: Number(new URL(tap.databaseUrl).port) });
      const house = {
        serviceUrl: node.url,
        authToken: KEYS.twilioAuthToken,
        database,
        lag: this.#lagWithPauses(lag),
        listen: listenerTo(model, brain),
      };
      return await this.#soak({ node, probe, tap, house });
    } finally {
      lag.stop();
      await model.close();
      await database.end();
      tap.close();
      await server.stop();
    }
  }

  async #soak({
    node,
    probe,
    tap,
    house,
  }: {
    node: ServiceNode;
    probe: ServiceProbe;
    tap: DatabaseTap;
    house: Omit<SoakHouse, 'confirmedRows'>;
  }): Promise<SoakFigures> {
    await probe.leavesSourceMaps();
    const businesses = await this.#openBusinesses(node.url);
    const before = await probe.sample();
    this.#beganAt = performance.now();
    const untilMs = this.#beganAt + this.#plan.minutes * 60_000;
    const whole = { ...house, confirmedRows: (businessId: string) => rowsOfBusiness(house.database, businessId) };
    const sampling = this.#every(SAMPLE_EVERY_MS, untilMs, () => this.#sample(probe, node.url));
    const mischief = this.#every(MISCHIEF_EVERY_MS, untilMs, () => this.#befall(node.url, tap));
    const telling = this.#every(TELL_EVERY_MS, untilMs, () => this.#tellProgress());
    const ending = wait(this.#plan.minutes * 60_000 + LAST_CALLS_MS).then(() =>
      this.#live.forEach((call) => call.hangUp()),
    );
    await Promise.all([
      ending,
      sampling,
      mischief,
      telling,
      this.#keepSnapshots(probe),
      ...businesses.map((business, chair) => this.#sit(whole, { business, chair, untilMs })),
    ]);
    await wait(SETTLE_MS);
    const after = await probe.sample();
    this.#breaches.push(...(await leftovers(house.database)), ...this.#alarms(node));
    probe.close();
    await this.#end(node);
    return {
      samples: this.#samples,
      before,
      after,
      calls: this.#calls,
      faults: this.#faults,
      breaches: this.#breaches,
    };
  }

  /** One caller after another, until time is up. */
  async #sit(
    house: SoakHouse,
    { business, chair, untilMs }: { business: SoakBusiness; chair: number; untilMs: number },
  ): Promise<void> {
    await wait((chair * 20_000) / this.#plan.calls);
    for (let number = 0; performance.now() < untilMs; number += 1) {
      const call = new SoakCall(house, {
        business,
        from: `+97250${String(1_000_000 + chair * 10_000 + number)}`,
        wanted: slotOf(number),
        manner: () => (this.#dice.happens(4) ? 'cutsIn' : 'hearsOut'),
      });
      this.#live.add(call);
      const { how, breaches, unjudged, callSid, story } = await call.play();
      this.#live.delete(call);
      this.#calls[how] = (this.#calls[how] ?? 0) + 1;
      for (const breach of breaches) this.#breach(`${callSid}: ${breach}`);
      if (unjudged.length > 0)
        this.#count('breaches of a time limit on a starved machine, not judged', unjudged.length);
      if (this.#told.size < MOST_STORIES) for (const line of story) this.#tell(`      ${line}`);
      if (story.length > 0) this.#told.add(callSid);
    }
  }

  #breach(what: string): void {
    this.#breaches.push(what);
    this.#tell(`  breach ${what}`);
  }

  async #sample(probe: ServiceProbe, serviceUrl: string): Promise<void> {
    const fromMs = performance.now();
    const sample = await probe.sample();
    this.#pauses.push({ fromMs, untilMs: performance.now() });
    this.#samples.push({
      ...sample,
      atMinute: (fromMs - this.#beganAt) / 60_000,
      liveCalls: await liveCallsOf(serviceUrl),
    });
  }

  /** After the warm-up, and shortly before the end. */
  async #keepSnapshots(probe: ServiceProbe): Promise<void> {
    const { heap, minutes } = this.#plan;
    if (heap === null) return;
    const wholeMs = minutes * 60_000;
    for (const [name, afterMs] of [
      ['warm', Math.min(600_000, wholeMs / 3)],
      ['end', wholeMs - 2 * SAMPLE_EVERY_MS],
    ] as const) {
      await wait(this.#beganAt + afterMs - performance.now());
      const fromMs = performance.now();
      await probe.keepSnapshot(join(heap, `soak-${name}.heapsnapshot`));
      this.#pauses.push({ fromMs, untilMs: performance.now() });
    }
  }

  /** A forced collection stops the service for a moment; that is the soak's doing, as its own late timers are. */
  #lagWithPauses(lag: LagWatch): LagWatch {
    return {
      worstBetween: (fromMs, untilMs) =>
        this.#pauses
          .filter((pause) => pause.untilMs >= fromMs && pause.fromMs <= untilMs)
          .reduce((worst, pause) => Math.max(worst, pause.untilMs - pause.fromMs), lag.worstBetween(fromMs, untilMs)),
      stop: () => lag.stop(),
    };
  }

  #befall(serviceUrl: string, tap: DatabaseTap): Promise<void> {
    const name = this.#dice.pick(Object.keys(MISCHIEF)) ?? '';
    if (name === DATABASE_CUT && !this.#dice.happens(DATABASE_CUT_ONCE_IN)) return Promise.resolve();
    this.#count(name);
    if (name === DATABASE_CUT) this.#cuts.push(Date.now());
    MISCHIEF[name]?.({ dice: this.#dice, serviceUrl, tap, calls: () => [...this.#live] });
    return Promise.resolve();
  }

  async #every(everyMs: number, untilMs: number, does: () => Promise<void>): Promise<void> {
    while (performance.now() + everyMs < untilMs) {
      await wait(everyMs);
      await does();
    }
  }

  #tellProgress(): Promise<void> {
    const { heap = 0, outside = 0, atMinute = 0, sockets = 0, liveCalls = 0 } = this.#samples.at(-1) ?? {};
    const held = ((heap + outside) / 1_048_576).toFixed(1);
    const ended = Object.values(this.#calls).reduce((sum, count) => sum + count, 0);
    this.#tell(
      `minute ${atMinute.toFixed(0).padStart(3)}  ${held} MB held  ${sockets} sockets  ${liveCalls} live, ${ended} ended  ${this.#breaches.length} breaches`,
    );
    return Promise.resolve();
  }

  async #openBusinesses(serviceUrl: string): Promise<SoakBusiness[]> {
    const client = new ServiceClient({ serviceUrl, adminToken: KEYS.adminToken });
    const settings = { ...OPEN, slotSizeMin: 30, minNoticeMin: 0, bookingWindowDays: 300, observeHolidays: false };
    const businesses: SoakBusiness[] = [];
    for (let chair = 0; chair < this.#plan.calls; chair += 1) {
      const name = `סלון ${String(chair).padStart(3, '0')}`;
      const phoneNumber = `+9723${String(1_000_000 + chair)}`;
      const wanted = {
        name,
        phoneNumber,
        timezone: 'Asia/Jerusalem',
        aiPrompt: { calls: `את נציגת ${name}. דברי קצר.` },
        settings,
      };
      businesses.push({ ...(await client.createBusiness(wanted)), name, phoneNumber });
    }
    return businesses;
  }

  #alarms(node: ServiceNode): string[] {
    const told = node.lines
      .filter((line) => !INSPECTOR_LINE.test(line))
      .map((line) => ({ line, event: this.#eventOf(line) }));
    for (const { event } of told) this.#count(`log: ${event}`);
    const alarms = told.filter(({ event }) => ALARMS.includes(event) || event.startsWith('no log line'));
    for (const { line } of alarms.slice(0, MOST_STORIES)) this.#tell(line);
    return alarms.map(({ event }) => event);
  }

  #eventOf(line: string): string {
    const { success, data } = logLine.safeParse(jsonOf(line));
    if (!success) return `no log line: ${line.slice(0, 200)}`;
    return this.#isOfACut(data) ? 'fault in the moment of a cut' : data.event;
  }

  #isOfACut({ event, time, error }: z.infer<typeof logLine>): boolean {
    const at = Date.parse(time);
    const followsACut = this.#cuts.some((cut) => at >= cut && at < cut + FAULT_OF_A_CUT_MS);
    return event === 'fault' && error?.code === 'database_unavailable' && followsACut;
  }

  async #end(node: ServiceNode): Promise<void> {
    node.signal('SIGTERM');
    const code = await Promise.race([node.exited(), wait(60_000)]);
    if (code !== 0) this.#breach(`the service ended with ${code ?? 'nothing, even after a minute'}`);
    await node.kill();
  }

  #count(name: string, by = 1): void {
    this.#faults[name] = (this.#faults[name] ?? 0) + by;
  }
}

/** Calls as the service itself counts them; a caller between two calls is none. */
async function liveCallsOf(serviceUrl: string): Promise<number> {
  const metrics = await fetch(`${serviceUrl}/metrics`).then((response) => response.text());
  return Number(/^toran_live_calls (\d+)/mu.exec(metrics)?.[1] ?? NaN);
}

/** Each call of a chair wants a time of its own. */
function slotOf(number: number): { date: string; time: string } {
  const minutes = (number % SLOTS_A_DAY) * 30;
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return { date: readScriptDate(`in ${3 + Math.floor(number / SLOTS_A_DAY)} days`) ?? '', time };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
