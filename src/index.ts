import { loadConfig } from './config.ts';
import type { Config } from './config.ts';
import { startNode } from './node/start-node.ts';
import type { RunningNode } from './node/start-node.ts';
import { createLog } from './shared/log.ts';
import type { Log } from './shared/log.ts';
import { warnAboutModels } from './transport/openai/models-check.ts';

async function main(): Promise<void> {
  const reading = loadConfig(process.env);
  if (reading.kind === 'invalid') {
    for (const problem of reading.problems) process.stderr.write(`${problem}\n`);
    process.exit(1);
  }
  const { config } = reading;
  const log = createLog(config.log);
  const node = await startNode(config, log);
  welcome(config, log);
  stopOnSignals(node);
  await warnAboutConfiguredModels(config, log);
}

/** Says where everything is and what production still needs. */
function welcome({ publicUrl, mode, openai, twilio, database }: Config, log: Log): void {
  const wants: [string, boolean][] = [
    ['OPENAI_API_KEY (the voice model)', openai.apiKey !== null],
    ['TWILIO_AUTH_TOKEN (signed webhooks)', twilio.authTokens.length > 0],
    ['PUBLIC_URL (an https origin Twilio can reach)', publicUrl.startsWith('https:')],
    ['DATABASE_URL (a Postgres server; the embedded one is for one node)', database.databaseUrl !== undefined],
  ];
  log.info('listening', {
    mode,
    console: publicUrl,
    api: `${publicUrl}/api/v1`,
    phoneWebhook: `${publicUrl}/twilio/voice`,
    practiceCall: 'npm run call -- src/practice/scripts/plain-booking.yaml',
    missingForProduction: wants.filter(([, isThere]) => !isThere).map(([want]) => want),
  });
}

/** The first signal drains; a second one ends at once. */
function stopOnSignals(node: RunningNode): void {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const stop = (): void => {
    for (const signal of signals)
      process.off(signal, stop).on(signal, () => void node.abort().then(() => process.exit(1)));
    void node.stop().then(() => process.exit(0));
  };
  for (const signal of signals) process.on(signal, stop);
}

async function warnAboutConfiguredModels({ openai }: Config, log: Log): Promise<void> {
  const { apiKey, baseUrl, realtimeModel, transcriptionModels, parserModels } = openai;
  if (apiKey === null) return;
  await warnAboutModels({ apiKey, baseUrl, models: [realtimeModel, ...transcriptionModels, ...parserModels] }, log);
}

await main();
