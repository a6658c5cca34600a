import { createServer } from 'node:http';
import { createApi } from './api/api.ts';
import { createApp } from './api/app.ts';
import { createMetrics } from './api/metrics.ts';
import { createOperations } from './api/operations.ts';
import { closeCall } from './actions/close-call.ts';
import { openCall } from './actions/open-call.ts';
import type { OpenedCall } from './actions/open-call.ts';
import { recordCalls } from './actions/record-calls.ts';
import { callInput } from './call/call-input.ts';
import { Call } from './call/call.ts';
import { EventLog } from './call/event-log.ts';
import { CallDesk } from './call/front-desk.ts';
import { Journal } from './call/journal.ts';
import { LiveCalls } from './call/live-calls.ts';
import { isLoopback, loadConfig } from './config.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/database.ts';
import { firstAdminToken } from './first-admin-token.ts';
import { createFreePracticeBrain } from './practice/brain/free-practice-brain.ts';
import { startPracticeModel } from './practice/model/practice-model.ts';
import { createLog } from './shared/log.ts';
import type { Log } from './shared/log.ts';
import { Pacer } from './speech/pacer.ts';
import { warnAboutModels } from './transport/openai/models-check.ts';
import { createParser } from './transport/openai/parser-client.ts';
import { openMediaDoor } from './transport/twilio/media-door.ts';
import { signedBy } from './transport/twilio/signature.ts';
import { createStreamTokens } from './transport/twilio/stream-token.ts';
import { createTwilioRouter } from './transport/twilio/voice-webhook.ts';
import { welcome } from './welcome.ts';

const DRAIN_MS = 30_000;
const FLUSH_EVERY_MS = 2_000;

interface Service {
  stop(): Promise<void>;
}

async function startService(config: Config, log: Log): Promise<Service> {
  const [database, model] = await Promise.all([openDatabase({ ...config.database, log }), chooseModel(config)]);
  const liveCalls = new LiveCalls();
  const metrics = createMetrics(() => liveCalls.size);
  const parser = createParser({ ...model, models: config.openai.parserModels, timeoutMs: config.openai.parserTimeoutMs, log });
  const pacer = new Pacer();
  const journal = new Journal((businessId, records) => recordCalls(database, businessId, records));

  const finish = async (call: Call, opened: OpenedCall, outcome: string): Promise<void> => {
    try {
      await journal.flush(opened.businessId);
      await closeCall(database, opened, outcome);
    } catch (error) {
      log.error('call_not_closed', { callSid: opened.callSid, error });
    }
    desk.finish(call, outcome);
    log.info('call_ended', { callSid: opened.callSid, outcome });
  };

  const makeCall = (opened: OpenedCall): Call => {
    return new Call({
      opened,
      input: callInput(opened, config),
      voice: {
        ...model,
        model: config.openai.realtimeModel,
        voice: config.openai.realtimeVoice,
        transcriptionModels: config.openai.transcriptionModels,
      },
      database,
      parser,
      pacer,
      eventLog: new EventLog(opened, journal),
      telemetry: {
        bargedIn: (seconds) => metrics.bargeIn.observe(seconds),
        answered: (seconds) => metrics.answer.observe(seconds),
        parsed: ({ seconds, outcome }) => metrics.parser.observe(seconds, outcome),
        booked: (outcome) => metrics.bookings.count(outcome),
        fellSilent: () => metrics.deadAir.count(),
      },
      holdSeconds: config.slotHoldSeconds,
      log: log.child({ callSid: opened.callSid }),
      publish: (event) => liveCalls.publish(event),
      ended: (ended, outcome) => void finish(ended, opened, outcome),
    });
  };

  const desk = new CallDesk({
    liveCalls,
    maxCalls: config.maxCalls,
    openCall: (ring) => openCall(database, { ...ring, nodeId: config.nodeId }),
    makeCall,
    closeUnused: (opened) => {
      closeCall(database, opened, 'neverConnected').catch((error: unknown) => log.error('call_not_closed', { error }));
    },
  });

  const tokens = createStreamTokens();
  const practiceOpen = config.mode === 'practice' && isLoopback(config.publicUrl);
  const adminToken = await firstAdminToken({
    fromEnvironment: config.adminToken,
    dataDir: config.database.dataDir,
    show: (token) => log.info('admin_token_made', { note: 'shown once', token }),
  });
  const app = createApp({
    api: createApi({ database, liveCalls, adminToken }),
    operations: createOperations({ database, isDraining: () => desk.isDraining, metrics }),
    twilio: createTwilioRouter({ publicUrl: config.publicUrl, authTokens: config.twilio.authTokens, practiceOpen, tokens, desk, log }),
    log,
  });
  const server = createServer(app);
  const mediaUrl = `${config.publicWsUrl}/twilio/media`;
  const door = openMediaDoor({
    server,
    isSigned: (signature) =>
      config.twilio.authTokens.length === 0
        ? practiceOpen
        : signedBy(config.twilio.authTokens, { signature, url: mediaUrl, params: {} }),
    tokens,
    admit: (stream) => desk.admit(stream),
    log,
  });
  const flushing = setInterval(() => {
    journal.flushAll().catch((error: unknown) => log.warn('call_record_waits', { error }));
  }, FLUSH_EVERY_MS);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });

  return {
    async stop() {
      desk.drain();
      await emptied(liveCalls, DRAIN_MS);
      for (const call of liveCalls.all()) call.end();
      await emptied(liveCalls, 1_000);
      clearInterval(flushing);
      door.close();
      server.close();
      server.closeAllConnections();
      pacer.stop();
      await database.close();
      await model.close();
    },
  };
}

interface ChosenModel {
  apiKey: string;
  baseUrl: string;
  close(): Promise<void>;
}

/** OpenAI where there is a key; else the practice model on a loopback port, which speaks the same wire. */
async function chooseModel({ openai }: Config): Promise<ChosenModel> {
  if (openai.apiKey) return { apiKey: openai.apiKey, baseUrl: openai.baseUrl, close: () => Promise.resolve() };
  const practice = await startPracticeModel({ brain: createFreePracticeBrain() });
  return { apiKey: 'practice', baseUrl: practice.baseUrl, close: () => practice.close() };
}

async function emptied(liveCalls: LiveCalls, limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  while (liveCalls.size > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function main(): Promise<void> {
  const reading = loadConfig(process.env);
  if (reading.kind === 'invalid') {
    for (const problem of reading.problems) process.stderr.write(`${problem}\n`);
    process.exit(1);
  }
  const { config } = reading;
  const log = createLog(config.log);
  const service = await startService(config, log);
  welcome(config, log);
  void warnAboutConfiguredModels(config, log);
  let stopping: Promise<void> | null = null;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = service.stop().then(() => process.exit(0));
    });
}

async function warnAboutConfiguredModels({ openai }: Config, log: Log): Promise<void> {
  const { apiKey, baseUrl, realtimeModel, transcriptionModels, parserModels } = openai;
  if (apiKey === null) return;
  await warnAboutModels({ apiKey, baseUrl, models: [realtimeModel, ...transcriptionModels, ...parserModels] }, log);
}

await main();
