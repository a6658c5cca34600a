import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { createFreePracticeBrain } from '../../src/practice/brain/free-practice-brain.ts';
import { startPracticeModel } from '../../src/practice/model/practice-model.ts';
import { ServiceClient } from '../../src/practice/runner/service-client.ts';
import { Dice } from '../soak/dice.ts';
import { ServiceProbe } from '../soak/service-probe.ts';
import { ServiceNode } from '../support/service-node.ts';
import { keepCalling } from './healthy-calls.ts';
import { IN_PROCESS } from './in-process.ts';
import { ON_THE_WIRE, SECRET_NAME, SECRET_PHONE } from './on-the-wire.ts';

export interface FuzzPlan {
  seed: number;
  /** One in so many of the inputs of a commit. */
  oneIn: number;
  /** Healthy calls at a time. */
  calls: number;
  only?: string | undefined;
}

export interface ClassResult {
  name: string;
  count: number;
  faults: string[];
}

const KEYS = { adminToken: 'the-admin-of-the-fuzz-0123456789', twilioAuthToken: 'the-phone-of-the-fuzz-0123456789' };
const AT_ONCE = 4;
const MOST_GROWTH_BYTES = 20 * 1_048_576;
const OPEN = {
  activeDays: [0, 1, 2, 3, 4, 5, 6],
  startHour: '00:00',
  endHour: '24:00',
  slotIntervalMinutes: 30,
  minNoticeMin: 0,
};
const DEAD_LOGS = ['fault', 'call_broke', 'command_failed'];

const chosen = <T extends { name: string }>(classes: readonly T[], { only }: FuzzPlan): T[] =>
  classes.filter(({ name }) => only === undefined || name.includes(only));

/** Pure readers, each with its share of hostile input; an exception is a finding. */
export function fuzzReaders(plan: FuzzPlan): ClassResult[] {
  return chosen(IN_PROCESS, plan).map(({ name, perCommit, run }) => {
    const count = Math.ceil(perCommit / plan.oneIn);
    try {
      return { name, count, faults: run(new Dice(plan.seed), count) };
    } catch (error) {
      return {
        name,
        count,
        faults: [`threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
      };
    }
  });
}

/** The running service under hostile input, while healthy calls go on. */
export async function fuzzService(databaseUrl: string, plan: FuzzPlan): Promise<ClassResult[]> {
  const model = await startPracticeModel({ brain: createFreePracticeBrain() });
  const database = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  database.on('error', () => undefined);
  const { port, flags } = await ServiceProbe.flag();
  const node = await ServiceNode.start({
    ...KEYS,
    name: 'fuzz',
    databaseUrl,
    modelBaseUrl: model.baseUrl,
    nodeFlags: flags,
  });
  const probe = await ServiceProbe.open({ port, databasePort: Number(new URL(databaseUrl).port) });
  try {
    const [target, ...healthy] = await openBusinesses(node.url, plan.calls + 1);
    if (!target) return [];
    const stop = keepCalling({ serviceUrl: node.url, authToken: KEYS.twilioAuthToken, database, model }, healthy);
    const before = await probe.sample();
    const wire = {
      url: node.url,
      authToken: KEYS.twilioAuthToken,
      adminToken: KEYS.adminToken,
      businessId: target.id,
      phoneNumber: target.phoneNumber,
    };
    const results: ClassResult[] = [];
    for (const { name, perCommit, attempt } of chosen(ON_THE_WIRE, plan)) {
      const count = Math.ceil(perCommit / plan.oneIn);
      const dice = new Dice(plan.seed);
      const seen = node.lines.length;
      const outcomes = await many(count, () => attempt(wire, dice));
      await wait(200);
      results.push({ name, count, faults: [...faultsOf(outcomes), ...logFaults(node.lines.slice(seen), outcomes)] });
    }
    const ends = await stop();
    const after = await probe.sample();
    results.push({
      name: 'healthy calls meanwhile',
      count: ends.length,
      faults: ends.flatMap(({ how, breaches, callSid }) => [
        ...breaches,
        ...(how === 'served' ? [] : [`${callSid} was ${how}`]),
      ]),
    });
    const growth = after.heap + after.outside - before.heap - before.outside;
    results.push({
      name: 'memory held after GC',
      count: Math.round(growth / 1024),
      faults: growth > MOST_GROWTH_BYTES ? [`${growth} bytes more`] : [],
    });
    results.push({ name: 'the process', count: 1, faults: (await isAlive(node.url)) ? [] : ['it does not answer'] });
    return results;
  } finally {
    probe.close();
    await node.kill();
    await database.end();
    await model.close();
  }
}

type Outcome = Awaited<ReturnType<(typeof ON_THE_WIRE)[number]['attempt']>>;

async function many(count: number, attempt: () => Promise<Outcome>): Promise<(Outcome | Error)[]> {
  const outcomes: (Outcome | Error)[] = [];
  const left = Array.from({ length: count }, (_, number) => number);
  const work = async (): Promise<void> => {
    while (left.pop() !== undefined)
      outcomes.push(
        await attempt().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
      );
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

function faultsOf(outcomes: readonly (Outcome | Error)[]): string[] {
  return outcomes.flatMap((outcome) => {
    if (outcome instanceof Error) return [`no answer: ${outcome.message}`];
    const isServerError = outcome.status >= 500 && outcome.status < 600;
    const isLetIn = outcome.logs !== null && outcome.status >= 200 && outcome.status < 300;
    return isServerError || isLetIn ? [`answered ${outcome.status}`] : [];
  });
}

/** Each refusal one line, and nobody's name or number in any. */
function logFaults(lines: readonly string[], outcomes: readonly (Outcome | Error)[]): string[] {
  const expected = (event: string) =>
    outcomes.filter((outcome) => !(outcome instanceof Error) && outcome.logs === event).length;
  const found = (event: string) => lines.filter((line) => line.includes(`"event":"${event}"`)).length;
  const counts = (['webhook_refused', 'stream_refused'] as const)
    .filter((event) => found(event) !== expected(event))
    .map((event) => `${found(event)} lines ${event} for ${expected(event)} refusals`);
  const secrets = lines
    .filter((line) => line.includes(SECRET_PHONE) || line.includes(SECRET_NAME))
    .map((line) => `somebody's own: ${line.slice(0, 300)}`);
  const dead = lines
    .filter((line) => DEAD_LOGS.some((event) => line.includes(`"event":"${event}"`)))
    .map((line) => line.slice(0, 600));
  return [...counts, ...secrets, ...dead];
}

async function openBusinesses(serviceUrl: string, count: number) {
  const client = new ServiceClient({ serviceUrl, adminToken: KEYS.adminToken, patienceMs: 60_000 });
  const businesses: { id: string; name: string; phoneNumber: string }[] = [];
  for (let number = 0; number < count; number += 1) {
    const name = `סלון ${String(number).padStart(3, '0')}`;
    const phoneNumber = `+97231${String(100_000 + number)}`;
    const wanted = { name, phoneNumber, timezone: 'Asia/Jerusalem', aiPrompt: { calls: `את נציגת ${name}.` } };
    businesses.push({ ...(await client.createBusiness({ ...wanted, settings: OPEN })), name, phoneNumber });
  }
  return businesses;
}

const isAlive = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
