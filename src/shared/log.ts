import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { AppError } from './errors.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Structured keys of one line. What a caller said or is goes under `pii`; an error goes under `error`. */
export interface LogKeys {
  readonly pii?: Readonly<Record<string, unknown>>;
  readonly error?: unknown;
  readonly [key: string]: unknown;
}

/** JSON lines: a static event name plus structured keys. */
export interface Log {
  debug(event: string, keys?: LogKeys): void;
  info(event: string, keys?: LogKeys): void;
  warn(event: string, keys?: LogKeys): void;
  error(event: string, keys?: LogKeys): void;
  child(keys: LogKeys): Log;
}

/** Above this many unwritten bytes lines are dropped: a blocked sink never stops a call. */
const unwrittenBytesLimit = 8 * 1024 * 1024;

/** Lines go to stdout unless a destination is given. Everything under `pii` is masked unless `pii` is `'shown'`. */
export function createLog(options: { level: LogLevel; pii: 'masked' | 'shown'; destination?: DestinationStream }): Log {
  const destination = options.destination ?? pino.destination({ dest: 1, sync: false, maxLength: unwrittenBytesLimit });
  const logger = pino(
    {
      level: options.level,
      base: null,
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return wrap(logger, (keys) => safeKeys(keys, options.pii));
}

function wrap(logger: Logger, safe: (keys: LogKeys) => object): Log {
  return {
    debug: (event, keys = {}) => logger.debug(safe(keys), event),
    info: (event, keys = {}) => logger.info(safe(keys), event),
    warn: (event, keys = {}) => logger.warn(safe(keys), event),
    error: (event, keys = {}) => logger.error(safe(keys), event),
    child: (keys) => wrap(logger.child(safe(keys)), safe),
  };
}

function safeKeys(keys: LogKeys, shown: 'masked' | 'shown'): object {
  const safe: Record<string, unknown> = { ...keys };
  if (keys.error !== undefined) safe['error'] = describeError(keys.error);
  if (keys.pii !== undefined && shown === 'masked') {
    safe['pii'] = Object.fromEntries(Object.keys(keys.pii).map((key) => [key, '[masked]']));
  }
  return safe;
}

/** Database drivers put row values into `detail` and into parameters, so an error is described by its name, code and place only. */
function describeError(error: unknown): object {
  if (!isErrorLike(error)) return { name: 'unknown', message: typeof error };
  const described: Record<string, unknown> = { name: error.name, message: error.message, at: firstFrames(error.stack) };
  if (typeof error.code === 'string' || typeof error.code === 'number') described['code'] = error.code;
  if (error instanceof AppError && error.cause !== undefined) described['cause'] = describeError(error.cause);
  return described;
}

interface ErrorLike {
  name: string;
  message: string;
  stack?: unknown;
  code?: unknown;
}

/** By shape, since an error may come from another realm or be a DOMException. */
function isErrorLike(error: unknown): error is ErrorLike {
  if (typeof error !== 'object' || error === null || !('name' in error) || !('message' in error)) return false;
  return typeof error.name === 'string' && typeof error.message === 'string';
}

function firstFrames(stack: unknown): string[] {
  const lines = typeof stack === 'string' ? stack.split('\n').map((line) => line.trim()) : [];
  return lines.filter((line) => line.startsWith('at ')).slice(0, 4);
}
