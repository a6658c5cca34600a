import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { leaseBook } from '../actions/call-register.ts';
import { recordCalls } from '../actions/record-calls.ts';
import { trialOf } from '../actions/trial-call.ts';
import { createApi } from '../api/api.ts';
import { createApp } from '../api/app.ts';
import { createCalendar } from '../api/calendar.ts';
import { createMetrics } from '../api/metrics.ts';
import { createOperations } from '../api/operations.ts';
import { consolePages } from '../api/console/console-pages.ts';
import type { AdminToken } from '../api/policies/admin-token.ts';
import { firstAdminToken, showAdminToken } from '../api/policies/first-admin-token.ts';
import { mediaGuests } from '../api/policies/guests.ts';
import { Sessions } from '../api/sessions/sessions.ts';
import { checkEnvironment } from '../cli/checks/environment.ts';
import { examine } from '../cli/checks/examine.ts';
import type { Finding } from '../cli/checks/finding.ts';
import { handOver } from '../call/hand-over.ts';
import { Journal } from '../call/journal.ts';
import { LeaseKeeper } from '../call/lease-keeper.ts';
import { LiveCalls } from '../call/live-calls.ts';
import { rehearse } from '../call/rehearsal.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import type { Database } from '../db/database.ts';
import { houseSecret } from '../db/queries/house-secret.ts';
import type { Log } from '../shared/log.ts';
import { Pacer } from '../speech/pacer.ts';
import { openMediaDoor } from '../transport/twilio/media-door.ts';
import { createStreamTokens } from '../transport/twilio/stream-token.ts';
import { createTwilioRouter } from '../transport/twilio/voice-webhook.ts';
import { mayBeTold } from '../transport/webhook/post-webhook.ts';
import { chooseModel } from './choose-model.ts';
import type { ChosenModel } from './choose-model.ts';
import { startNodeJobs, webhookReach } from './node-jobs.ts';
import { openDesk } from './open-desk.ts';
import { doorOnThisMachine, doorPolicy, phoneDoor } from './phone-door.ts';
import { telemetryOf } from './telemetry.ts';
import { createTrialCalls } from './trial-calls.ts';

export interface RunningNode {
  /** Takes no new calls, lets those on the line end, hands the rest to other nodes, then closes everything. */
  stop(): Promise<void>;
  /** Gives up the calls at once, as well as can be done in less than a second; the process must end then. */
  abort(): Promise<void>;
}

const CONSOLE = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const RECORD_EVERY_MS = 2_000;
/** After its streams are closed a node answers `after-stream` for so long: the balancer may not have noticed yet that it drains. */
const FAREWELL_MS = 2_000;
const ABORT_WITHIN_MS = 800;

/** Everything of one node, joined: database, model, calls, phone door, API. Listening when it resolves. */
export async function startNode(config: Config, log: Log): Promise<RunningNode> {
  const [database, model] = await Promise.all([
    openDatabase({ ...config.database, log, opening: 'atStart' }),
    chooseModel(config),
    rehearse(),
  ]);
  const house = openHouse({
    config,
    log,
    database,
    model,
    streamSecret: await streamSecret(database),
    adminToken: await adminToken(config),
  });
  const jobs = await startNodeJobs({ config, log, database, model, measures: house.metrics.jobs });
  const server = createServer(house.app);
  const door = openMediaDoor({ server, ...house.phoneDoor });
  const recording = setInterval(() => {
    house.journal.flushAll().catch((error: unknown) => log.warn('call_record_waits', { error }));
  }, RECORD_EVERY_MS);
  globalThis.gc?.(); // `npm start` lets us: what the start left behind is gone before anybody rings
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
  const journal = new Journal((businessId, records) => recordCalls({ database, log }, businessId, records));
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
        doctor: () => examineNode(config),
        costPerMinute: config.costPerMinute,
        publicOrigin: config.publicUrl,
        mayBeTold: (url) => mayBeTold(url, webhookReach(config)),
      }),
      calendar: createCalendar({ database }),
      operations: createOperations({ database, isDraining: () => desk.isDraining, metrics }),
      twilio: createTwilioRouter({ ...doorPolicy(config), publicUrl: config.publicUrl, tokens, desk, log }),
      ...browserSide(config),
      log,
    }),
  };
}

/** What browsers open, and whose word counts for where they are. */
const browserSide = ({ publicWsUrl: socketOrigin, trustedProxies }: Config) => ({
  console: consolePages({ directory: CONSOLE, socketOrigin }),
  trustedProxies,
});

/** All that `npm run doctor` would find of this node. */
async function examineNode(config: Config): Promise<Finding[]> {
  return [...checkEnvironment(process.env).findings, ...(await examine(config))];
}

/** Signs the stream tokens of all nodes of this database. */
const streamSecret = (database: Database): Promise<Buffer> =>
  database.anywhere((manager) => houseSecret(manager, { name: 'stream-token', proposed: randomBytes(32) }));

function adminToken(config: Config) {
  return firstAdminToken({
    fromEnvironment: config.adminToken,
    dataDir: config.database.dataDir,
    show: showAdminToken,
  });
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
