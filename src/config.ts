import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import { logLevels } from './shared/log.ts';
import type { LogLevel } from './shared/log.ts';

/** The environment of contract §2, parsed once. Addresses have no trailing slash; lists are in order of preference. */
export interface Config {
  nodeId: string;
  port: number;
  host: string;
  publicUrl: string;
  /** `publicUrl` as a socket address: http gives ws, https gives wss. */
  publicWsUrl: string;
  /** `practice` where no model key is set: the built-in practice model answers. */
  mode: 'practice' | 'production';
  database: { databaseUrl?: string; dataDir: string };
  openai: {
    apiKey: string | null;
    baseUrl: string;
    realtimeModel: string;
    realtimeVoice: string;
    transcriptionModels: string[];
    parserModels: string[];
    parserTimeoutMs: number;
  };
  twilio: { accountSid: string | null; authTokens: string[] };
  /** Who messages come from; null: the number of the business. */
  smsFrom: string | null;
  /** After so many days the words and facts of a call are erased; null: never. */
  retentionDays: number | null;
  adminToken: string | null;
  maxCalls: number;
  silenceLineMs: number;
  silenceHangupMs: number;
  slotHoldSeconds: number;
  callMaxMs: number;
  /** How long calls may go on after the node was told to stop. */
  drainMs: number;
  log: { level: LogLevel; pii: 'masked' | 'shown' };
  natsUrl: string | null;
  /** Who may say whom a request comes from: so many proxies, or their addresses; 0: nobody. */
  trustedProxies: number | string[];
  /** What a minute of a call costs, for the estimate in the console; null: nobody said. */
  costPerMinute: number | null;
}

export type ConfigReading = { kind: 'ready'; config: Config } | { kind: 'invalid'; problems: string[] };

/** Reads the environment. Each problem is one line: the name, what is wrong, how to mend it; secrets are never quoted. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): ConfigReading {
  const read = environment.safeParse(withoutEmpty(env));
  if (!read.success) return { kind: 'invalid', problems: read.error.issues.map((issue) => problemLine(issue, env)) };
  return { kind: 'ready', config: toConfig(read.data) };
}

/** True for an address only this machine can reach. */
export function isLoopback(url: string): boolean {
  const hostname = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return hostname === 'localhost' || hostname === '::1' || (isIP(hostname) === 4 && hostname.startsWith('127.'));
}

const secretNames = ['OPENAI_API_KEY', 'TWILIO_AUTH_TOKEN', 'ADMIN_TOKEN', 'DATABASE_URL', 'NATS_URL'];

const text = z.string();
const secret = text.regex(/^\S+$/, 'must have no spaces or line breaks; copy it again').optional();

/** A session of the voice model ends by itself after an hour: no call is to see that. */
const SESSION_MINUTES = 60;

function wholeNumber(range: { from: number; to: number; fallback: number }) {
  const inRange = (value: string) =>
    /^\d{1,9}$/.test(value) && Number(value) >= range.from && Number(value) <= range.to;
  const error = `must be a whole number from ${range.from} to ${range.to}; unset it to use ${range.fallback}`;
  return text.refine(inRange, { error }).transform(Number).prefault(String(range.fallback));
}

function list(fallback: string) {
  return text
    .transform((value) => splitList(value))
    .refine((names) => names.length > 0, { error: `must name at least one; unset it to use ${fallback}` })
    .prefault(fallback);
}

const splitList = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

function urlWith(protocols: readonly string[]) {
  return (value: string): boolean => URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

const isWebUrl = urlWith(['http:', 'https:']);

function isOrigin(value: string): boolean {
  if (!isWebUrl(value)) return false;
  return new URL(value).origin === withoutSlash(value).toLowerCase();
}

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

function isNetwork(text: string): boolean {
  if (NAMED_NETWORKS.includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  if (isIP(address) === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

function areProxies(value: string): boolean {
  const networks = splitList(value);
  return /^\d$/.test(value) || (networks.length > 0 && networks.every(isNetwork));
}

const environment = z
  .object({
    NODE_ID: text.regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, dots or dashes').optional(),
    PORT: wholeNumber({ from: 1, to: 65_535, fallback: 3000 }),
    HOST: text
      .regex(/^[\w.:-]+$/, 'must be a host name or an IP address; unset it to use 127.0.0.1')
      .prefault('127.0.0.1'),
    PUBLIC_URL: text
      .refine(isOrigin, { error: 'must be an origin such as https://calls.example.com, without a path or a query' })
      .optional(),
    DATABASE_URL: text
      .refine(urlWith(['postgres:', 'postgresql:']), {
        error: 'must look like postgres://user:password@host:5432/name; unset it to use the embedded database',
      })
      .optional(),
    DATA_DIR: text.prefault('.data'),
    OPENAI_API_KEY: secret,
    OPENAI_BASE_URL: text
      .refine(isWebUrl, { error: 'must be a web address; unset it to use https://api.openai.com/v1' })
      .prefault('https://api.openai.com/v1'),
    REALTIME_MODEL: text.prefault('gpt-realtime-2.1'),
    REALTIME_VOICE: text.prefault('marin'),
    TRANSCRIPTION_MODEL: list('gpt-4o-transcribe,gpt-live-transcribe'),
    PARSER_MODEL: list('gpt-4o-mini,gpt-6-luna'),
    PARSER_TIMEOUT_MS: wholeNumber({ from: 200, to: 8000, fallback: 2500 }),
    TWILIO_ACCOUNT_SID: text
      .regex(/^AC[0-9a-zA-Z]{32}$/, 'must be AC and 32 letters or digits, as the Twilio console shows it')
      .optional(),
    TWILIO_AUTH_TOKEN: text.transform((value) => splitList(value)).prefault(''),
    ADMIN_TOKEN: text
      .regex(/^\S{16,}$/, 'must have at least 16 characters and no spaces; unset it and one is made for you')
      .optional(),
    SMS_FROM: text
      .regex(
        /^(\+[1-9]\d{6,14}|[A-Za-z][A-Za-z0-9 ]{0,10})$/,
        'must be a number such as +972501234567 or a sender name of up to 11 letters',
      )
      .optional(),
    RETENTION_DAYS: text
      .regex(/^[1-9]\d{0,4}$/, 'must be a whole number of days; unset it to keep everything')
      .transform(Number)
      .optional(),
    MAX_CALLS: wholeNumber({ from: 1, to: 100_000, fallback: 100 }),
    SILENCE_LINE_MS: wholeNumber({ from: 3000, to: 60_000, fallback: 3000 }),
    SILENCE_HANGUP_MS: wholeNumber({ from: 1000, to: 600_000, fallback: 60_000 }),
    SLOT_HOLD_SECONDS: wholeNumber({ from: 1, to: 3600, fallback: 90 }),
    CALL_MAX_MINUTES: wholeNumber({ from: 1, to: SESSION_MINUTES - 1, fallback: 20 }),
    DRAIN_SECONDS: wholeNumber({ from: 0, to: 3600, fallback: 30 }),
    LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).prefault('info'),
    LOG_PII: z
      .enum(['true', 'false'], { error: 'must be true or false; unset it to mask personal data' })
      .prefault('false'),
    TRUSTED_PROXIES: text
      .refine(areProxies, {
        error: 'must be how many proxies there are, such as 1, or their addresses, such as 10.0.0.0/8,loopback',
      })
      .transform((value) => (/^\d$/.test(value) ? Number(value) : splitList(value)))
      .prefault('0'),
    COST_PER_MINUTE: text
      .regex(/^\d{1,4}(\.\d{1,6})?$/, 'must be a price such as 0.12; unset it where there is none')
      .transform(Number)
      .nullable()
      .prefault(null),
    NATS_URL: text.refine(urlWith(['nats:', 'tls:']), { error: 'must look like nats://host:4222' }).optional(),
  })
  .refine((env) => env.SILENCE_LINE_MS < env.SILENCE_HANGUP_MS, {
    path: ['SILENCE_HANGUP_MS'],
    error: 'must be longer than SILENCE_LINE_MS, or the call would end before the line is said',
  });

function toConfig(env: z.infer<typeof environment>): Config {
  const host = isIP(env.HOST) === 6 ? `[${env.HOST}]` : env.HOST;
  const publicUrl = withoutSlash(env.PUBLIC_URL ?? `http://${host}:${env.PORT}`);
  return {
    nodeId: env.NODE_ID ?? `node-${randomBytes(4).toString('hex')}`,
    port: env.PORT,
    host: env.HOST,
    publicUrl,
    publicWsUrl: publicUrl.replace(/^http/i, 'ws'),
    mode: env.OPENAI_API_KEY === undefined ? 'practice' : 'production',
    database: { ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }), dataDir: env.DATA_DIR },
    openai: toOpenAi(env),
    twilio: { accountSid: env.TWILIO_ACCOUNT_SID ?? null, authTokens: env.TWILIO_AUTH_TOKEN },
    ...afterTheCall(env),
    adminToken: env.ADMIN_TOKEN ?? null,
    maxCalls: env.MAX_CALLS,
    silenceLineMs: env.SILENCE_LINE_MS,
    silenceHangupMs: env.SILENCE_HANGUP_MS,
    slotHoldSeconds: env.SLOT_HOLD_SECONDS,
    callMaxMs: env.CALL_MAX_MINUTES * 60_000,
    drainMs: env.DRAIN_SECONDS * 1_000,
    log: { level: env.LOG_LEVEL, pii: env.LOG_PII === 'true' ? 'shown' : 'masked' },
    natsUrl: env.NATS_URL ?? null,
    trustedProxies: env.TRUSTED_PROXIES,
    costPerMinute: env.COST_PER_MINUTE,
  };
}

function afterTheCall(env: z.infer<typeof environment>): Pick<Config, 'smsFrom' | 'retentionDays'> {
  return { smsFrom: env.SMS_FROM ?? null, retentionDays: env.RETENTION_DAYS ?? null };
}

function toOpenAi(env: z.infer<typeof environment>): Config['openai'] {
  return {
    apiKey: env.OPENAI_API_KEY ?? null,
    baseUrl: withoutSlash(env.OPENAI_BASE_URL),
    realtimeModel: env.REALTIME_MODEL,
    realtimeVoice: env.REALTIME_VOICE,
    transcriptionModels: env.TRANSCRIPTION_MODEL,
    parserModels: env.PARSER_MODEL,
    parserTimeoutMs: env.PARSER_TIMEOUT_MS,
  };
}

function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const trimmed = value?.trim() ?? '';
    if (trimmed !== '') filled[name] = trimmed;
  }
  return filled;
}

function problemLine(issue: z.core.$ZodIssue, env: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0] ?? 'environment');
  const shown = secretNames.includes(name) ? '' : ` (it is "${env[name] ?? 'unset'}")`;
  return `${name}${shown}: ${issue.message}`;
}
