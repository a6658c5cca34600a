import OpenAI from 'openai';
import { APIError, ContentFilterFinishReasonError } from 'openai/error';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { z } from 'zod';
import type { Understanding } from '../../../machines/vocabulary.ts';
import type { Log } from '../../shared/log.ts';
import { parserPrompt } from './parser-prompt.ts';
import type { ParseCircumstances } from './parser-prompt.ts';
import { understandingShape, validUnderstanding } from './understanding.ts';

/** `text` is the transcript word for word: it is the last user message and the only thing in it. */
export interface ParseRequest extends ParseCircumstances {
  text: string;
}

export type ParseFailure = 'timeout' | 'refused' | 'junk' | 'rateLimited' | 'unavailable';

export type ParseResult =
  { kind: 'understood'; understanding: Understanding; model: string } | { kind: 'failed'; reason: ParseFailure };

/** Reads dates, times, names and consent out of what the caller said. Never throws, never later than its time limit. */
export interface Parser {
  parse(request: ParseRequest, signal?: AbortSignal): Promise<ParseResult>;
}

export interface ParserOptions {
  apiKey: string;
  baseUrl: string;
  /** Tried in order when a model is gone. */
  models: readonly string[];
  /** For the whole chain together. */
  timeoutMs: number;
  log: Log;
}

type Attempt = ParseResult | { kind: 'gone' };

const responseFormat = zodResponseFormat(understandingShape, 'booking_intent');
const reasoningModel = /^(o\d|gpt-([5-9]|\d{2}))/;

/** The structured parser over `{base}/chat/completions` (protocols.md §2). A model that is gone is not asked again while another is left. */
export function createParser({ apiKey, baseUrl, models, timeoutMs, log }: ParserOptions): Parser {
  const client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, timeout: timeoutMs, logLevel: 'off' });
  const gone = new Set<string>();

  const remaining = (): string[] => {
    if (models.every((model) => gone.has(model))) gone.clear();
    return models.filter((model) => !gone.has(model));
  };

  return {
    async parse(request, signal) {
      const deadline = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
      for (const model of remaining()) {
        const attempt = await ask({ client, model, request, deadline, log });
        if (attempt.kind !== 'gone') return attempt;
        gone.add(model);
        log.warn('parser_model_gone', { model });
      }
      return { kind: 'failed', reason: 'unavailable' };
    },
  };
}

interface Asking {
  client: OpenAI;
  model: string;
  request: ParseRequest;
  deadline: AbortSignal;
  log: Log;
}

async function ask({ client, model, request, deadline, log }: Asking): Promise<Attempt> {
  try {
    const completion = await client.chat.completions.parse(completionRequest(model, request), { signal: deadline });
    return resultOf(completion.choices[0]?.message, model);
  } catch (error) {
    if (isModelGone(error)) return { kind: 'gone' };
    const reason = deadline.aborted ? 'timeout' : failureOf(error);
    if (reason === 'unavailable') log.warn('parser_unavailable', { model, ...wireError(error) });
    return { kind: 'failed', reason };
  }
}

interface Answer {
  refusal: string | null;
  parsed: z.infer<typeof understandingShape> | null;
}

function resultOf(answer: Answer | undefined, model: string): ParseResult {
  if (typeof answer?.refusal === 'string') return { kind: 'failed', reason: 'refused' };
  const understanding = answer?.parsed ? validUnderstanding(answer.parsed) : null;
  return understanding === null ? { kind: 'failed', reason: 'junk' } : { kind: 'understood', understanding, model };
}

function completionRequest(model: string, request: ParseRequest) {
  return {
    model,
    messages: [
      { role: 'system' as const, content: parserPrompt(request) },
      { role: 'user' as const, content: request.text },
    ],
    response_format: responseFormat,
    max_completion_tokens: 200,
    store: false,
    ...(reasoningModel.test(model) ? { reasoning_effort: 'none' as const } : { temperature: 0 }),
  };
}

/** The SDK throws APIError for HTTP and connection faults only; unreadable or unfitting output comes as other errors. */
function failureOf(error: unknown): ParseFailure {
  if (error instanceof ContentFilterFinishReasonError) return 'refused';
  if (!(error instanceof APIError)) return 'junk';
  return error.status === 429 ? 'rateLimited' : 'unavailable';
}

function isModelGone(error: unknown): boolean {
  if (!(error instanceof APIError)) return false;
  if (error.status === 404) return true;
  const aboutTheModel = error.code === 'model_not_found' || error.code === 'invalid_model' || error.param === 'model';
  return (error.status === 400 || error.status === 403) && aboutTheModel;
}

function wireError(error: unknown): { status?: number; code?: string } {
  if (!(error instanceof APIError)) return {};
  return {
    ...(typeof error.status === 'number' ? { status: error.status } : {}),
    ...(typeof error.code === 'string' ? { code: error.code } : {}),
  };
}
