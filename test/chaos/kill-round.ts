import { randomInt } from 'node:crypto';
import { startLagWatch } from '../../src/practice/runner/lag-watch.ts';
import { ServiceClient } from '../../src/practice/runner/service-client.ts';
import { readScriptDate } from '../../src/practice/script/script-dates.ts';
import { AdaptiveCaller } from './adaptive-caller.ts';
import type { Wanted } from './adaptive-caller.ts';
import type { KillPoint, Scene } from './kill-points.ts';
import { storyOf } from './call-story.ts';
import type { TwoNodes } from './two-nodes.ts';

export interface RoundResult {
  point: string;
  /** Confirmed rows of the call: one, and nothing else is right. */
  rows: number;
  sessions: number;
  epoch: number;
  outcome: string | null;
  confirmedAloud: 'told' | 'untold';
  reminders: number;
  overlaps: number;
  greetings: number;
  /** From the new stream to the first word that was heard on it; null where none was. */
  voiceMs: number | null;
  /** How late this program's own timers were at worst meanwhile: the machine had too much to do. */
  lateMs: number;
  story: string[];
}

const CALL_MS = 90_000;
const CLOSED_MS = 20_000;
const OPEN = { activeDays: [0, 1, 2, 3, 4, 5, 6], startHour: '00:00', endHour: '24:00', slotIntervalMinutes: 30 };

/** From the new stream to the first word on it. */
const MOST_VOICE_MS = 6_000;

/** What is not as it must be after a kill. */
export function faultsOf(result: RoundResult): string[] {
  const wants: [string, boolean][] = [
    [`${result.rows} rows`, result.rows === 1],
    [`${result.sessions} sessions`, result.sessions === 1],
    [`${result.overlaps} overlaps`, result.overlaps === 0],
    [`${result.reminders} reminders`, result.reminders <= 1],
    [`${result.greetings} greetings`, result.greetings <= 1],
    [`epoch ${result.epoch}`, result.epoch === 2],
    [`ended ${result.outcome ?? 'never'}`, result.outcome === 'booked'],
    ['not told aloud', result.confirmedAloud === 'told'],
    ['no voice within 6 s of the new stream', (result.voiceMs ?? Infinity) <= MOST_VOICE_MS + result.lateMs],
  ];
  return wants.filter(([, isSo]) => !isSo).map(([fault]) => fault);
}

/** A moment, and what happens to the node then. */
export interface Stroke extends KillPoint {
  strikes(scene: Scene): Promise<void>;
}

/** One call whose node is killed at one moment, played to its end on the other node. */
export async function killRound(house: TwoNodes, point: KillPoint): Promise<RoundResult> {
  const strikes = async () => {
    const node = house.onTheLine();
    if (node) await house.kill(node);
  };
  const { result } = await roundOnNodes(house, { ...point, strikes });
  return result;
}

/** One call to whose node something happens at one moment, played to its end. */
export async function roundOnNodes(
  house: TwoNodes,
  stroke: Stroke,
): Promise<{ result: RoundResult; caller: AdaptiveCaller }> {
  const client = new ServiceClient({ serviceUrl: house.address.url, adminToken: house.adminToken, patienceMs: 60_000 });
  const phoneNumber = `+9723${randomInt(1_000_000, 9_999_999)}`;
  const settings = { ...OPEN, slotSizeMin: 30, minNoticeMin: 0, bookingWindowDays: 60, observeHolidays: false };
  const business = { name: 'מספרת דליה', phoneNumber, timezone: 'Asia/Jerusalem', aiPrompt: { calls: 'דברי קצר.' } };
  const { id } = await client.createBusiness({ ...business, settings });
  const wanted: Wanted = { date: readScriptDate('in 3 days') ?? '', time: '10:00' };
  const from = `+97250${randomInt(1_000_000, 9_999_999)}`;
  const caller = new AdaptiveCaller({
    serviceUrl: house.address.url,
    authToken: house.twilioAuthToken,
    from,
    to: phoneNumber,
    wanted,
  });
  house.model.steer({ brain: caller.brain, races: { speed: 20 }, observe: caller.observe });
  const callSid = caller.phone.callSid;
  const confirmedRows = () =>
    count(house, `SELECT count(*)::int AS n FROM appointment WHERE call_sid = $1 AND status = 'confirmed'`, callSid);
  const lag = startLagWatch();
  const began = performance.now();
  const scene = { caller, tap: house.tap, confirmedRows };
  const struck = stroke.arrives(scene).then(() => stroke.strikes(scene));
  await caller.play(CALL_MS);
  house.tap.disarm();
  await Promise.race([struck, caller.until(() => false, 1_000)]);
  lag.stop();
  const lateMs = Math.round(lag.worstBetween(began, performance.now()));
  return { result: await judge(house, { point: stroke, caller, businessId: id, lateMs }), caller };
}

interface Played {
  point: KillPoint;
  caller: AdaptiveCaller;
  businessId: string;
  lateMs: number;
}

async function judge(house: TwoNodes, { point, caller, businessId, lateMs }: Played): Promise<RoundResult> {
  const { callSid } = caller.phone;
  const session = await closedSession(house, callSid);
  return {
    point: point.name,
    rows: await count(
      house,
      `SELECT count(*)::int AS n FROM appointment WHERE business_id = $1 AND status = 'confirmed'`,
      businessId,
    ),
    sessions: await count(house, 'SELECT count(*)::int AS n FROM call_session WHERE business_id = $1', businessId),
    epoch: session?.epoch ?? 0,
    outcome: session?.outcome ?? null,
    confirmedAloud: session?.confirmed_aloud_at ? 'told' : 'untold',
    reminders: await count(house, 'SELECT count(*)::int AS n FROM reminder WHERE business_id = $1', businessId),
    overlaps: await count(house, OVERLAPS, businessId),
    greetings: caller.modelNews.filter((news) => news.kind === 'response.created' && news.occasion.kind === 'greeting')
      .length,
    voiceMs: voiceAfter(caller),
    lateMs,
    story: storyOf(caller),
  };
}

const OVERLAPS = `SELECT count(*)::int AS n FROM appointment a JOIN appointment b ON a.id < b.id
  AND a.business_id = b.business_id AND a.resource_id = b.resource_id
  AND tstzrange(a.busy_from, a.busy_until) && tstzrange(b.busy_from, b.busy_until)
  WHERE a.business_id = $1 AND a.status IN ('held', 'confirmed') AND b.status IN ('held', 'confirmed')`;

interface SessionRow {
  epoch: number;
  outcome: string | null;
  confirmed_aloud_at: Date | null;
  ended_at: Date | null;
}

async function closedSession(house: TwoNodes, callSid: string): Promise<SessionRow | undefined> {
  const until = performance.now() + CLOSED_MS;
  for (;;) {
    const { rows } = await house.database.query<SessionRow>('SELECT * FROM call_session WHERE call_sid = $1', [
      callSid,
    ]);
    if (rows[0]?.ended_at || performance.now() > until) return rows[0];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function count(house: TwoNodes, sql: string, value: string): Promise<number> {
  const { rows } = await house.database.query<{ n: number }>(sql, [value]);
  return rows[0]?.n ?? -1;
}

function voiceAfter({ phoneNews }: AdaptiveCaller): number | null {
  const streams = phoneNews.filter(({ kind }) => kind === 'stream.started');
  const last = streams.length > 1 ? streams.at(-1) : undefined;
  const word = last && phoneNews.find((news) => news.kind === 'word.heard' && news.atMs > last.atMs);
  return last && word ? Math.round(word.atMs - last.atMs) : null;
}
