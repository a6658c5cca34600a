import type { Config } from './config.ts';
import type { Log } from './shared/log.ts';

/** Says where everything is and what production still needs. */
export function welcome(config: Config, log: Log): void {
  log.info('listening', {
    api: `${config.publicUrl}/api/v1`,
    phoneWebhook: `${config.publicUrl}/twilio/voice`,
    mode: config.mode,
    missingForProduction: missing(config),
  });
}

function missing({ openai, twilio, database, publicUrl }: Config): string[] {
  const wants: [string, boolean][] = [
    ['OPENAI_API_KEY (the voice model)', openai.apiKey !== null],
    ['TWILIO_AUTH_TOKEN (signed webhooks)', twilio.authTokens.length > 0],
    ['PUBLIC_URL (an https origin Twilio can reach)', publicUrl.startsWith('https:')],
    ['DATABASE_URL (a Postgres server; the embedded one is for one node)', database.databaseUrl !== undefined],
  ];
  return wants.filter(([, isThere]) => !isThere).map(([want]) => want);
}
