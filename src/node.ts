import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { callRegister, leaseBook } from './actions/call-register.ts';
import { announceCallEnd, closeCall } from './actions/close-call.ts';
import type { OpenedCall } from './actions/open-call.ts';
import { saveFigures } from './actions/save-figures.ts';
import { recordCalls } from './actions/record-calls.ts';
import { giveBackTrial, withDraft } from './actions/trial-business.ts';
import { trialOf } from './actions/trial-call.ts';
import type { Telemetry } from './actions/telemetry.ts';
import { createApi } from './api/api.ts';
import { createApp } from './api/app.ts';
import { createCalendar } from './api/calendar.ts';
import { createMetrics } from './api/metrics.ts';
import type { Metrics } from './api/metrics.ts';
import { createOperations } from './api/operations.ts';
import { consolePages } from './api/console/console-pages.ts';
import type { AdminToken } from './api/policies/admin-token.ts';
import { firstAdminToken } from './api/policies/first-admin-token.ts';
import { mediaGuests } from './api/policies/guests.ts';
import { Sessions } from './api/sessions/sessions.ts';
import { examine } from './cli/checks/examine.ts';
import { createCallFactory } from './call/call-factory.ts';
import type { Call } from './call/call.ts';
import { CallDesk } from './call/front-desk.ts';
import { handOver } from './call/hand-over.ts';
import { Journal } from './call/journal.ts';
import { LeaseKeeper } from './call/lease-keeper.ts';
import { LiveCalls } from './call/live-calls.ts';
import { PhoneRescue } from './call/phone-rescue.ts';
import { rehearse } from './call/rehearsal.ts';
import { isLoopback } from './config.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/database.ts';
import type { Database } from './db/database.ts';
import { houseSecret } from './db/queries/house-secret.ts';
import { createFreePracticeBrain } from './practice/brain/free-practice-brain.ts';
import { startPracticeModel } from './practice/model/practice-model.ts';
import { startNodeJobs, webhookReach } from './node-jobs.ts';
import type { Log } from './shared/log.ts';
import { Pacer } from './speech/pacer.ts';
import { createParser } from './transport/openai/parser-client.ts';
import { openMediaDoor } from './transport/twilio/media-door.ts';
import { createCallControl } from './transport/twilio/rest.ts';
import type { CallControl } from './transport/twilio/rest.ts';
import { signedBy } from './transport/twilio/signature.ts';
import { createStreamTokens } from './transport/twilio/stream-token.ts';
import type { StreamTokens } from './transport/twilio/stream-token.ts';
import { createTwilioRouter } from './transport/twilio/voice-webhook.ts';
import { mayBeTold } from './transport/webhook/post-webhook.ts';
import { createTrialCalls } from './trial-calls.ts';

export interface RunningNode {
  /** Takes no new calls, lets those on the line end, hands the rest to other nodes, then closes everything. */
  stop(): Promise<void>;
  /** Gives up the calls at once, as well as can be done in less than a second; the process must end then. */
  abort(): Promise<void>;
}

const CONSOLE = fileURLToPath(new URL('../web/dist/', import.meta.url));
const RECORD_EVERY_MS = 2_000;
/** A caller who is hung up is kept on the line no longer than this. */
const ANNOUNCE_WITHIN_MS = 1_000;
/** After its streams are closed a node answers `after-stream` for so long: the balancer may not have noticed yet that it drains. */
const FAREWELL_MS = 2_000;
const ABORT_WITHIN_MS = 800;

/** Everything of one node, joined: database, model, calls, phone door, API. Listening when it resolves. */
export async function startNode(config: Config, log: Log): Promise<RunningNode> {
  const [database, model] = await Promise.all([
    openDatabase({ ...config.database, log }),
    chooseModel(config),
    rehearse(),
  ]);
  const house = openHouse({
    config,
    log,
    database,
    model,
    streamSecret: await streamSecret(database),
    adminToken: await adminToken(config, log),
  });
  const jobs = await startNodeJobs({ config, log, database, model, measures: house.metrics.jobs });
  const server = createServer(house.app);
  const door = openMediaDoor({ server, ...house.phoneDoor });
  const recording = setInterval(() => {
    house.journal.flushAll().catch((error: unknown) => log.warn('call_record_waits', { error }));
  }, RECORD_EVERY_MS);
  await listening(server, config);
  return {
    async stop() {
      house.desk.drain();
      await emptied(house.liveCalls, config.drainMs);
      if ((await house.handOver()) > 0) await wait(FAREWELL_MS);
      await emptied(house.liveCalls, 1_000);
      clearInterval(recording);
      house.leases.stop();
      door.close();
      server.close();
      server.closeAllConnections();
      house.pacer.stop();
      await jobs.stop();
      await database.close();
      await model.close();
    },
    abort: () =>
      Promise.race([house.book.release(house.liveCalls.all()), wait(ABORT_WITHIN_MS)]).catch((error: unknown) =>
        log.warn('call_not_released', { error }),
      ),
  };
}

interface HouseOptions {
  config: Config;
  log: Log;
  database: Database;
  model: ChosenModel;
  streamSecret: Buffer;
  adminToken: AdminToken;
}

function openHouse(options: HouseOptions) {
  const { config, log, database } = options;
  const liveCalls = new LiveCalls();
  const metrics = createMetrics(() => liveCalls.size);
  const journal = new Journal((businessId, records) => recordCalls(database, businessId, records));
  const book = leaseBook(database);
  const pacer = new Pacer();
  const tokens = createStreamTokens({ secret: options.streamSecret });
  const sessions = new Sessions({ database, adminToken: options.adminToken, now: Date.now });
  const guests = mediaGuests({ sessions, publicOrigin: config.publicUrl });
  const trials = createTrialCalls({
    database,
    desk: { ring: (call) => desk.ring(call) },
    issueToken: (callSid, stream) => tokens.issue(callSid, stream),
    door: { url: doorOnThisMachine(config), headers: guests.practiceHeaders },
    log,
  });
  const desk = openDesk({ ...options, liveCalls, journal, pacer, telemetry: telemetryOf(metrics), trials });
  return {
    liveCalls,
    journal,
    pacer,
    desk,
    metrics,
    book,
    leases: new LeaseKeeper({ liveCalls, book, log }),
    handOver: () =>
      handOver({ liveCalls, record: (call) => journal.flush(call.businessId), release: book.release, log }),
    phoneDoor: {
      ...phoneDoor({ config, log, desk, tokens }),
      guests: { isGuest: guests.isGuest, mayJoin: (callSid: string) => trialOf(callSid) !== null },
    },
    app: createApp({
      api: createApi({
        ...options,
        liveCalls,
        trials,
        doctor: () => examine(config),
        costPerMinute: config.costPerMinute,
        publicOrigin: config.publicUrl,
        mayBeTold: (url) => mayBeTold(url, webhookReach(config)),
      }),
      calendar: createCalendar({ database }),
      operations: createOperations({ database, isDraining: () => desk.isDraining, metrics }),
      twilio: createTwilioRouter({ ...doorPolicy(config), publicUrl: config.publicUrl, tokens, desk, log }),
      console: consolePages({ directory: CONSOLE, socketOrigin: config.publicWsUrl }),
      log,
    }),
  };
}

interface DeskOptions extends HouseOptions {
  liveCalls: LiveCalls;
  journal: Journal;
  pacer: Pacer;
  telemetry: Telemetry;
  trials: ReturnType<typeof createTrialCalls>;
}

/** The front desk with what it needs to open calls and to write how they ended. */
function openDesk({ model, trials, ...options }: DeskOptions): CallDesk {
  const { config, log, database, liveCalls, journal } = options;
  const {
    realtimeModel,
    realtimeVoice: voice,
    transcriptionModels,
    parserModels: models,
    parserTimeoutMs,
  } = config.openai;
  const rescue = new PhoneRescue({ control: callControl(config), publicUrl: config.publicUrl, log });
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

/** Twilio's REST API, where there are credentials for it. */
function callControl({ twilio: { accountSid, authTokens } }: Config): CallControl | null {
  const [authToken] = authTokens;
  return accountSid !== null && authToken !== undefined ? createCallControl({ accountSid, authToken }) : null;
}

/** Signs the stream tokens of all nodes of this database. */
const streamSecret = (database: Database): Promise<Buffer> =>
  database.anywhere((manager) => houseSecret(manager, { name: 'stream-token', proposed: randomBytes(32) }));

/** Our own phone rings on this machine, whatever address the world uses. */
function doorOnThisMachine({ host, port }: Config): string {
  const own = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `ws://${own.includes(':') ? `[${own}]` : own}:${port}/twilio/media`;
}

const doorPolicy = ({ twilio, mode, publicUrl }: Config) => ({
  authTokens: twilio.authTokens,
  practiceOpen: mode === 'practice' && isLoopback(publicUrl),
});

function phoneDoor({ config, log, desk, tokens }: { config: Config; log: Log; desk: CallDesk; tokens: StreamTokens }) {
  const { authTokens, practiceOpen } = doorPolicy(config);
  const url = `${config.publicWsUrl}/twilio/media`;
  return {
    isSigned: (signature: string | undefined) =>
      authTokens.length === 0 ? practiceOpen : signedBy(authTokens, { signature, url, params: {} }),
    tokens,
    admit: desk.admit.bind(desk),
    log,
  };
}

function adminToken(config: Config, log: Log) {
  return firstAdminToken({
    fromEnvironment: config.adminToken,
    dataDir: config.database.dataDir,
    show: (token) => log.info('admin_token_made', { token, note: 'shown this once; kept only as a hash' }),
  });
}

function telemetryOf(metrics: Metrics): Telemetry {
  return {
    bargedIn: (seconds) => metrics.bargeIn.observe(seconds),
    answered: (seconds) => metrics.answer.observe(seconds),
    parsed: ({ seconds, outcome }) => metrics.parser.observe(seconds, outcome),
    booked: (outcome) => metrics.bookings.count(outcome),
    fellSilent: () => metrics.deadAir.count(),
  };
}

interface ChosenModel {
  apiKey: string;
  baseUrl: string;
  close(): Promise<void>;
}

/** OpenAI where there is a key; else the practice model on a loopback port, which speaks the same wire. */
async function chooseModel({ openai }: Config): Promise<ChosenModel> {
  if (openai.apiKey !== null) return { apiKey: openai.apiKey, baseUrl: openai.baseUrl, close: () => Promise.resolve() };
  const practice = await startPracticeModel({ brain: createFreePracticeBrain() });
  return { apiKey: 'practice', baseUrl: practice.baseUrl, close: () => practice.close() };
}

function listening(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

async function emptied(liveCalls: LiveCalls, limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  while (liveCalls.size > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
}
